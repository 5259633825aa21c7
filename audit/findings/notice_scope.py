"""What a notice speaks of: this text, or something else on the page; and whether its words bear out its kind.

Notices are recognised by clauses. A clause that lays opinions to their authors may stand in the rules for comments, one that
earns a commission in a list of trade marks. A rule that tells readers something of the text asks here first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from audit.findings.case import Case
from audit.findings.rule import Draft
from audit.findings.words import finds
from audit.model import Disclaimer, DisclaimerKind

WORDED = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
"""Languages whose words for what a notice speaks of are listed."""

_END = re.compile(r"[.!?。！？।۔]\s|\n")


def telling(
    kind: DisclaimerKind, message: str, *, bears: str | None = None, unless: str | None = None
) -> Callable[[Case], Iterator[Draft]]:
    """A check that says `message` of each notice of this kind about this text; `{speaker}` is whoever speaks in it.

    The notice must have a word of the list `bears` and none of the list `unless`, where these are given.
    """

    def tell(case: Case) -> Iterator[Draft]:
        for one in case.disclaiming(kind):
            if not of_this_text(case, one, kind) or is_a_link(case, one):
                continue
            if (bears and not bears_out(case, one, bears)) or (
                unless and finds(unless, case.text[one.start : one.end])
            ):
                continue
            yield Draft(message.format(speaker=case.speaker(one)), (one.evidence,))

    return tell


def of_this_text(case: Case, notice: Disclaimer, kind: DisclaimerKind) -> bool:
    """False where the sentence with the clause of that kind is about comments, outside links or trade marks alone.

    In a language without listed words every notice is of this text.
    """
    block = case.block_at(notice.start)
    if block is not None and block.label == "comments":
        return False
    if not _worded(case):
        return True
    sentence = _sentence(case, notice, kind)
    return not finds("elsewhere", sentence) or finds("this-text", sentence)


def bears_out(case: Case, notice: Disclaimer, name: str) -> bool:
    """True where a notice has a word of the list `name`, and in a language without listed words."""
    return not _worded(case) or finds(name, case.text[notice.start : notice.end])


def is_a_link(case: Case, notice: Disclaimer) -> bool:
    """True where the notice is no more than a link's words, as in a menu."""
    block = case.block_at(notice.start)
    return block is not None and any(link.start <= notice.start and notice.end <= link.end for link in block.links)


def _worded(case: Case) -> bool:
    return (case.page.language or "")[:2] in WORDED


def _sentence(case: Case, notice: Disclaimer, kind: DisclaimerKind) -> str:
    """The sentence with the first clause of that kind; the whole notice where no clause is placed."""
    clause = next((c for c in notice.clauses if c.kind == kind), None)
    if clause is None:
        return case.text[notice.start : notice.end]
    starts = [m.end() for m in _END.finditer(case.text, notice.start, clause.start)]
    end = _END.search(case.text, clause.end, notice.end)
    return case.text[starts[-1] if starts else notice.start : end.start() if end else notice.end]
