"""What changed since the same address was audited before: the text, the findings, the chain.

The pages lie in `index/changes/` and are derived, like everything there: an entry that is withdrawn takes with it what a
later one's page quotes of it, and no sealed byte has to change for that.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path

import msgspec
from markupsafe import Markup

from audit.model import Audit, Finding
from audit.report import answers, json_document, templating, visible, wording
from audit.report.about import moment
from audit.report.archive import files
from audit.report.direction import attributes

_MOST_BLOCKS, _MOST_WORDS = 1500, 600
_ALIKE = 0.5
_PARTS = re.compile(r"\s+|\w+|[^\w\s]")


class Change(msgspec.Struct):
    """A stretch of reporting that is new, gone or different."""

    sign: str
    word: str
    lang: str
    dir: str
    text: Markup


def place(root: Path, entry: str) -> Path:
    """Where the page of changes of `entry` lies."""
    return root / "index" / "changes" / f"{entry.replace('/', '-')}.html"


def write(root: Path, before: str, entry: str, audit: Audit | None = None) -> None:
    """Write the page of `entry`, compared with the entry `before`; `audit` saves reading the audit of `entry` again."""
    old = json_document.decode((root / before / "audit.json").read_bytes())
    new = audit or json_document.decode((root / entry / "audit.json").read_bytes())
    path = place(root, entry)
    path.parent.mkdir(exist_ok=True)
    files.replace_file(path, _page(old, new, before, entry))


def _page(old: Audit, audit: Audit, before: str, entry: str) -> bytes:
    style = templating.source("report.css") + templating.source("index.css")
    page = templating.template("changes.html.j2").render(
        title=visible.plain(audit.page.headline or audit.target.name),
        before=before,
        entry=entry,
        then=moment(old.capture.captured_at),
        now=moment(audit.capture.captured_at),
        same_bytes=old.capture.sha256 == audit.capture.sha256,
        facts=_facts(old, audit),
        text=text_changes(old, audit),
        new_findings=_beyond(audit.findings, old.findings),
        gone_findings=_beyond(old.findings, audit.findings),
        rulesets=(visible.html(old.ruleset), visible.html(audit.ruleset)),
        style=Markup(style),  # noqa: S704 - our own stylesheets
        style_hash=templating.source_hash(style),
    )
    return page.encode("utf-8")


def text_changes(old: Audit, new: Audit) -> list[Change]:
    """The reporting of both, paragraph by paragraph; a paragraph that is much the same is shown with its words changed."""
    before, after = _reporting(old), _reporting(new)
    out: list[Change] = []
    language = new.page.language
    for operation, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if operation == "equal":
            continue
        gone, come = before[a:b], after[c:d]
        while gone and come and _alike(gone[0], come[0]):
            out.append(_change("±", "changed", _words(gone.pop(0), come[0]), come.pop(0), language))
        out += [_change("−", "gone", visible.html(words), words, language) for words in gone]
        out += [_change("+", "new", visible.html(words), words, language) for words in come]
    return out


def _change(sign: str, word: str, text: Markup, words: str, language: str | None) -> Change:
    return Change(sign, word, *attributes(words, language), text)


def _reporting(audit: Audit) -> list[str]:
    page = audit.page
    return [page.text[b.start : b.end] for b in page.blocks if b.reporting][:_MOST_BLOCKS]


def _alike(one: str, other: str) -> bool:
    a, b = one.split()[:_MOST_WORDS], other.split()[:_MOST_WORDS]
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE


def _words(one: str, other: str) -> Markup:
    a, b = _PARTS.findall(one), _PARTS.findall(other)
    if max(len(a), len(b)) > 4 * _MOST_WORDS:
        return Markup("<del>{}</del> <ins>{}</ins>").format(visible.html(one), visible.html(other))
    out: list[Markup] = []
    for operation, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if operation == "equal":
            out.append(visible.html("".join(a[i:j])))
            continue
        if i < j:
            out.append(Markup("<del>{}</del>").format(visible.html("".join(a[i:j]))))
        if k < m:
            out.append(Markup("<ins>{}</ins>").format(visible.html("".join(b[k:m]))))
    return Markup("").join(out)


def _beyond(these: tuple[Finding, ...], those: tuple[Finding, ...]) -> list[tuple[str, str, Markup]]:
    known = {f.fingerprint for f in those}
    return [
        (visible.plain(f.code), wording.LEVELS[f.level], visible.html(f.message))
        for f in these
        if f.fingerprint not in known
    ]  # fmt: skip


def _facts(old: Audit, new: Audit) -> list[tuple[str, Markup, Markup]]:
    def facts(audit: Audit) -> list[tuple[str, str]]:
        page, origin = audit.page, audit.provenance
        return [
            ("Headline", page.headline or "–"),
            ("Byline", page.byline or "–"),
            ("Published", page.published or "–"),
            ("Modified", page.modified or "–"),
            ("Publisher", origin.publisher.name or "–"),
            ("Kind of page", wording.KINDS[origin.kind][0]),
            ("Whose text", "; ".join(answers.whose_text(audit)) or "–"),
            ("Cites", "; ".join(answers.cited(audit)) or "–"),
            ("End voices", "; ".join(answers.end_voices(audit)) or "–"),
            ("Disclaimed", "; ".join(answers.disclaimed(audit)) or "–"),
        ]

    return [
        (term, visible.html(was), visible.html(now))
        for (term, was), (_, now) in zip(facts(old), facts(new), strict=True)
        if was != now
    ]
