"""The report's pages: an overview and one page a question, each a single file that runs and asks for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup  # noqa: TC002 - as elsewhere, plain

from audit.corpus.folder import Folder, replace
from audit.corpus.report import figures
from audit.corpus.report.numbers import GRADES, MOST_BARS, MOST_EDGES, MOST_SIDE, MOST_STORIES, Carry, Numbers, ask
from audit.report import templating, wording
from audit.report.visible import ours
from audit.report.wording import DISCLAIMERS, KINDS

PAGES = {
    "index": "Overview",
    "carries": "Who carries whom",
    "agencies": "Whose text",
    "stories": "One origin, many publishers",
    "anonymity": "Unnamed sources",
    "disclaimers": "Disclaimers",
}
"""The pages' files and titles."""


def write(root: str, memory: int = 1_000_000_000) -> Path:
    """Write the pages of the linked corpus at `root` into its `report/`; the first of them.

    Raises UsageError where the corpus is not linked.
    """
    folder = Folder(root)
    numbers = ask(folder, memory)
    style = templating.source("report.css") + templating.source("corpus.css")
    for name, sections in (
        ("index", _overview(numbers)),
        ("carries", _carries(numbers)),
        ("agencies", _agencies(numbers)),
        ("stories", _stories(numbers)),
        ("anonymity", _anonymity(numbers)),
        ("disclaimers", _disclaimers(numbers)),
    ):
        page = templating.template("corpus.html.j2").render(
            name=name, title=PAGES[name], pages=PAGES, sections=sections, numbers=numbers, style=ours(style),
            style_hash=templating.source_hash(style),
        )  # fmt: skip
        replace(folder.report / f"{name}.html", page.encode("utf-8"))
    return folder.report / "index.html"


def _section(
    title: str,
    intro: str,
    figure: Markup | None,
    head: Sequence[str],
    rows: Sequence[Sequence[object]],
    key: Sequence[tuple[str, str]] = (),
) -> dict[str, object]:
    """`key` explains the looks of a figure's marks."""
    return {"title": title, "intro": intro, "figure": figure, "head": head, "rows": rows, "key": key}


def _overview(n: Numbers) -> list[dict[str, object]]:
    kinds = [(KINDS[kind][0] if kind in KINDS else kind, count) for kind, count in n.kinds]
    rows: list[figures.Bar] = [
        figures.Bar(name, [(c / max(n.pages, 1), f"{c:,} pages")], f"{c:,}") for name, c in kinds
    ]
    languages = [figures.Bar(name, [(c / max(n.pages, 1), f"{c:,} pages")], f"{c:,}") for name, c in n.languages]
    return [
        _section("What kind of pages", "", figures.bars("Kinds of pages", rows, ["part"]), ["kind", "pages"], kinds),
        _section(
            "In which languages", "", figures.bars("Languages", languages, ["part"]), ["language", "pages"], n.languages
        ),
        *(
            [_section("Set aside", "What gave no audit, and why.", None, ["reason", "pages"], n.aside)]
            if n.aside
            else []
        ),
    ]


def _carries(n: Numbers) -> list[dict[str, object]]:
    edges = [(c.carrier, c.origin, c.pages, c.declared / c.pages, _said(c)) for c in n.carries[:MOST_EDGES]]
    down, across = (_largest(n.carries, side) for side in ("carrier", "origin"))
    cells = {
        (down.index(c.carrier), across.index(c.origin)): (c.pages, _said(c))
        for c in n.carries
        if c.carrier in down and c.origin in across
    }
    intro = (
        "A line or a field stands for pages of one publisher whose text is another's: because the page names its provider, or"
        " because other pages with the same text do, or were first with it. Copies within one publisher, text that a host repeats"
        " and quoted speech do not count."
    )
    rows = [(c.carrier, c.origin, c.pages, c.declared, c.pages - c.declared, c.texts) for c in n.carries[:MOST_STORIES]]
    key = [("line", "most of these pages name the provider"), ("line observed", "most show it by their text alone")]
    head = ["carrier", "whose text", "pages", "name it", "by their text", "texts"]
    shown = (
        f" The {min(MOST_EDGES, len(n.carries))} strongest of {n.carries_in_all:,}."
        if n.carries_in_all > MOST_EDGES
        else ""
    )
    return [
        _section("The graph", intro + shown, figures.graph("Who carries whom", edges), [], [], key),
        _section("The matrix", "Pages of the publisher on the left with the text of the one above.",
                 figures.matrix("Who carries whom", down, across, cells, "pages"), head, rows),
    ]  # fmt: skip


def _said(c: Carry) -> str:
    return f"{c.pages:,} pages, {c.declared:,} of them name it, {c.texts:,} texts"


def _largest(carries: Sequence[Carry], side: str) -> list[str]:
    total: dict[str, int] = {}
    for carry in carries:
        name = getattr(carry, side)
        total[name] = total.get(name, 0) + carry.pages
    return sorted(total, key=lambda name: (-total[name], name))[:MOST_SIDE]


def _agencies(n: Numbers) -> list[dict[str, object]]:
    rows = [
        figures.Bar(
            s.publisher,
            [
                (s.agency / max(s.words, 1), f"{_percent(s.agency, s.words)} of its words are agencies'"),
                (s.others / max(s.words, 1), f"{_percent(s.others, s.words)} of its words are other publishers'"),
            ],
            _percent(s.agency + s.others, s.words),
        )
        for s in n.shares
    ]
    intro = (
        "Of each publisher's reporting, in words: how much is the text of an agency, how much of another publisher or"
        f" release wire. The {MOST_BARS} publishers with the most pages. What nobody names and no other page of the corpus"
        " shows counts as own."
    )
    table = [
        (
            s.publisher,
            s.pages,
            f"{s.words:,}",
            _percent(s.agency, s.words),
            _percent(s.others, s.words),
            _percent(s.named, s.agency + s.others),
        )
        for s in n.shares
    ]
    head = ["publisher", "pages", "words", "agencies'", "others'", "of these, named on the page"]
    key = [("part", "an agency's text"), ("part second", "another publisher's text")]
    return [
        _section(
            "Whose words fill the pages",
            intro,
            figures.bars("Share of others' text", rows, ["part", "part second"]),
            head,
            table,
            key,
        )
    ]


def _anonymity(n: Numbers) -> list[dict[str, object]]:
    looks = [f"grade g{number}" for number in range(len(GRADES))]
    rows = []
    for g in n.grades:
        total = max(sum(g.unnamed) + g.named, 1)
        parts = [
            (count / total, f"{count:,} attributions to sources of grade {grade}")
            for count, grade in zip(g.unnamed, GRADES, strict=True)
        ]
        rows.append(figures.Bar(g.publisher, parts, f"{_percent(sum(g.unnamed), total)} of {total:,}"))
    intro = (
        "Of all attributions of a publisher's pages, how many rest on sources that are not named, and how well those are"
        " described: from G0, no description at all, to G5, described, with how they know and why they are not named."
    )
    table = [(g.publisher, g.pages, g.named, *g.unnamed) for g in n.grades]
    key = [(look, f"{grade}: {words}") for look, (grade, words) in zip(looks, wording.GRADES.items(), strict=True)]
    return [
        _section(
            "Sources without a name",
            intro,
            figures.bars("Unnamed sources", rows, looks),
            ["publisher", "pages", "named", *GRADES],
            table,
            key,
        )
    ]


def _disclaimers(n: Numbers) -> list[dict[str, object]]:
    kinds = sorted({kind for _, _, found in n.disclaimers for kind in found})
    down = [publisher for publisher, _, _ in n.disclaimers]
    cells = {
        (row, kinds.index(kind)): (round(100 * count / pages), f"on {count:,} of {pages:,} pages")
        for row, (_, pages, found) in enumerate(n.disclaimers)
        for kind, count in found.items()
    }
    words = {str(kind): said[0] for kind, said in DISCLAIMERS.items()}
    across = [words.get(kind, kind) for kind in kinds]
    table = [
        (publisher, pages, ", ".join(f"{words.get(kind, kind)} ({count:,})" for kind, count in sorted(found.items())))
        for publisher, pages, found in n.disclaimers
    ]
    intro = (
        "On how many of a hundred pages a publisher disowns, restricts or qualifies what it carries. Bare copyright lines are"
        " left out."
    )
    return [_section("What is disclaimed", intro, figures.matrix("Disclaimers", down, across, cells, "per cent of pages"),
                     ["publisher", "pages", "disclaimers (pages)"], table)]  # fmt: skip


def _stories(n: Numbers) -> list[dict[str, object]]:
    most = max((len(s.publishers) for s in n.stories), default=1)
    rows = [
        figures.Bar(s.headline, [(len(s.publishers) / most, f"{len(s.publishers)} publishers")], str(len(s.publishers)))
        for s in n.stories[:MOST_BARS]
    ]
    intro = (
        f"{n.stories_of_one_origin:,} of {n.stories_in_all:,} stories that stand on more than one page have several publishers"
        " and a single origin: however often they are told, the text is one. First seen is the earliest date that a page states"
        f" or, without one, of its capture. The {min(MOST_STORIES, n.stories_of_one_origin):,} with the most publishers."
    )
    table = [
        (
            s.headline,
            s.origin,
            len(s.publishers),
            s.pages,
            f"{s.first}, {s.first_publisher}",
            ", ".join(s.publishers[:12]) + (" …" if len(s.publishers) > 12 else ""),
        )
        for s in n.stories
    ]
    figure = (
        figures.bars(f"Publishers of each story; the full width is {most}", rows, ["part"], scale=f"{most} publishers")
        if rows
        else None
    )
    return [
        _section(
            "Stories told often, from one source",
            intro,
            figure,
            ["story", "origin", "publishers", "pages", "first seen", "on"],
            table,
        )
    ]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"
