"""The summary for the terminal: who published it, whose text it is, who is cited, who speaks in the end, the findings.

Short, plain, aligned; captured words can do nothing to the terminal.
"""

from __future__ import annotations

import textwrap

from audit.model import LEVELS, Audit
from audit.report import anchors, chain_graph, rulings, visible, wording
from audit.report.answers import cited, disclaimed, end_voices, whose_text

_WIDTH = 100
_COLUMN = 14
_MOST = 8
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def render(audit: Audit, *, colour: bool = False) -> str:
    """The summary of `audit`, ending in a line feed; `colour` sets terms and codes in bold."""
    lines = [_strong(visible.plain(audit.page.headline or audit.target.name), colour)]
    lines += textwrap.wrap(visible.plain(audit.profile.verdict), _WIDTH)
    lines.append("")
    publisher = audit.provenance.publisher
    kind, meaning = wording.KINDS[audit.provenance.kind]
    rows = [
        ("Published by", visible.plain(publisher.name or "not named on the page") + f" ({publisher.basis})"),
        ("Kind", f"{kind.lower()}: {meaning}"),
    ]
    if not audit.page.assessable:
        rows.append(
            ("Not assessed", visible.plain(audit.page.not_assessable_because or "the page has no article text"))
        )
    else:
        rows += [
            ("Whose text", _listed(whose_text(audit), "no word of another's text on the page")),
            ("Cites", _listed(cited(audit), "no other outlet")),
            ("End voices", _listed(end_voices(audit), _no_voices(audit))),
            ("Chain", _chain(audit)),
            ("Disclaimed", _listed(disclaimed(audit), "nothing")),
            ("Claims", _claims(audit)),
            ("Passed", _passed(audit)),
        ]
    rows.append(("Findings", rulings.counts(audit).replace(" remarks", " info").replace(" remark", " info") or "none"))
    for term, words in rows:
        lines += _row(term, words, colour)
    order = sorted(audit.findings, key=lambda f: -LEVELS.index(f.level))
    width = max((len(anchors.code(f)) for f in order), default=0)
    for finding in order:
        head = f"  {finding.level:<8} {anchors.code(finding):<{width}}  "
        wrapped = textwrap.wrap(visible.plain(finding.message), _WIDTH - len(head)) or [""]
        lines.append(head.replace(anchors.code(finding), _strong(anchors.code(finding), colour), 1) + wrapped[0])
        lines += [" " * len(head) + more for more in wrapped[1:]]
    return "\n".join(lines) + "\n"


def _row(term: str, words: str, colour: bool) -> list[str]:
    wrapped = textwrap.wrap(words, _WIDTH - _COLUMN, break_long_words=False, break_on_hyphens=False) or [""]
    first = _strong(term, colour) + " " * (_COLUMN - len(term)) + wrapped[0]
    return [first, *(" " * _COLUMN + more for more in wrapped[1:])]


def _strong(words: str, colour: bool) -> str:
    return f"{_BOLD}{words}{_PLAIN}" if colour else words


def _listed(items: list[str], otherwise: str) -> str:
    if not items:
        return otherwise
    more = len(items) - _MOST
    return "; ".join(items[:_MOST]) + (f"; and {more} more" if more > 0 else "")


def _no_voices(audit: Audit) -> str:
    coverage = audit.provenance.attribution_coverage
    return "not assessable in this language" if coverage == "not-assessable" else "none found"


def _claims(audit: Audit) -> str:
    """`6 by named voices, 4 by unnamed ones, 2 by nobody; 11 of 276 words are quoted`."""
    shares = audit.profile.shares
    if audit.provenance.attribution_coverage == "not-assessable":
        return "not assessable in this language"
    told = [
        (shares.claims_named, "by named voices"),
        (shares.claims_unnamed, "by unnamed ones"),
        (shares.claims_unvoiced, "by nobody"),
    ]
    claims = ", ".join(f"{number} {words}" for number, words in told if number) or "none found"
    return f"{claims}; {shares.words_quoted} of {shares.words_reporting} words are quoted"


def _passed(audit: Audit) -> str:
    """`traceability 2 of 6, attribution 3 of 5, …`: of the checks that could be made."""
    counts = [(axis.axis, axis.count("passed"), axis.count("failed")) for axis in audit.profile.axes]
    told = [f"{axis} {passed} of {passed + failed}" for axis, passed, failed in counts if passed + failed]
    return f"{', '.join(told)} checks" if told else "nothing could be checked"


def _chain(audit: Audit) -> str:
    parts: list[str] = []
    for node, index in chain_graph.main_path(audit):
        if index is not None and 0 <= index < len(audit.edges):
            edge = audit.edges[index]
            basis = f" ({edge.basis})" if edge.basis in ("inferred", "stated") else ""
            parts.append(f"—{wording.RELATIONS[edge.relation]}{basis}→")
        name = visible.plain(wording.node_name(node))
        parts.append(f"[{name}]" if chain_graph.hollow(node) else name)
    return " ".join(parts)
