"""Notices by which somebody disowns, restricts or qualifies what the page carries, taken apart into what they do.

The lexicon marks clauses. Clauses that stand together (in one block, in neighbouring sentences or lines, in a list,
under one heading) are one notice. It speaks for whom it names, else for the publisher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.lexicon import forms
from audit.model import Clause, Disclaimer, DisclaimerKind, Label, Mark, Page, Publisher, Span

from .credits.position import Place, Positions
from .publisher import speaker_name

STRONG = 0.7
WEAK = 0.6
MOSTLY = 0.6
"""A block of which so much is words of notices is a notice, wherever it stands."""
NEAR = 160
"""Characters between two clauses of one notice that has no clause between them."""
_REPORTED = re.compile(
    r"\b(?:said|says|told|added|according|spokes\w+|minister|court|he|she|police|sagte|laut|a déclaré|dijo|ha detto)\b",
    re.IGNORECASE,
)
"""Signs that somebody on the page is quoted as declining responsibility."""
_BY_A_READER = re.compile(r"\b(?:I|ich|je|yo|you|du|dein\w*|your)\b")
"""A reader's comment speaks of the article, too, but as somebody."""
_ITS_OWN_WORDS: frozenset[DisclaimerKind] = frozenset({"correction", "copyright", "sponsored", "comments-policy"})
"""Kinds whose forms are hardly anything else than a notice."""
_IN_TEXT: frozenset[Place] = frozenset({"inside", "lead", "caption", "end"})
_LABELS_OF_NOTICES: frozenset[Label] = frozenset({"disclaimer", "copyright", "credit", "correction", "author-bio"})
_SENTENCE_END = re.compile(r"[.!?。！？؟।][\"'”’»)\]]*(?=\s|$)|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|Mr|Mrs|Ms|Dr|St|No|vs|e\.g|i\.e|U\.S|u\.a|z\.B|bzw|ca|Nr)|\b[A-Z])\.$"
)
LONGEST_SENTENCE = 900


def find_disclaimers(page: Page, publisher: Publisher) -> tuple[Disclaimer, ...]:
    """The page's notices in order; `clauses` in each, too, with the objects they name."""
    positions = Positions(page)
    marks = [mark for mark in page.marks if forms.row(mark.row).family in ("disclaimer", "notice")]
    accepted: list[Mark] = []
    covered = _coverage(page, positions, marks)
    for mark in marks:
        whole = covered.get(positions.block_at(mark.start), 0.0)
        if _accepted(page, positions, mark, whole) or _continues(page, accepted, mark):
            accepted.append(mark)
    notices = []
    for group in _together(page, accepted):
        notice = _notice(page, publisher, positions, group)
        if notice is not None:
            notices.append(notice)
    return tuple(notices)


def _continues(page: Page, accepted: Sequence[Mark], mark: Mark) -> bool:
    """Whether a mark directly follows an accepted one in the same run of lines: the notice goes on."""
    if not accepted or forms.row(mark.row).says == "paid":
        return False
    before = accepted[-1]
    gap = page.text[before.end : mark.start]
    return mark.start < before.end or (
        len(gap) <= NEAR // 2 and "\n\n" not in gap and len(_SENTENCE_END.findall(gap)) <= 1
    )


def _coverage(page: Page, positions: Positions, marks: Sequence[Mark]) -> dict[int, float]:
    """How much of each block is words of notices, from 0 to 1."""
    covered: dict[int, int] = {}
    reached = 0
    for mark in marks:
        i = positions.block_at(mark.start)
        covered[i] = covered.get(i, 0) + max(0, mark.end - max(mark.start, reached))
        reached = max(reached, mark.end)
    return {i: size / max(1, page.blocks[i].end - page.blocks[i].start) for i, size in covered.items()}


def _accepted(page: Page, positions: Positions, mark: Mark, whole: float) -> bool:
    """Whether a mark is a notice's; `whole` is how much of its block notices' words are."""
    row = forms.row(mark.row)
    place = positions.place(mark.start, mark.end)
    block = page.blocks[positions.block_at(mark.start)]
    if row.family == "notice":
        return True
    if not block.visible and row.kind not in ("sponsored",):
        return False
    if row.says == "paid":
        return _is_label(page, positions, mark, row, place)
    if block.label in ("comments", "related") and row.kind not in ("affiliate", "comments-policy"):
        return False
    if block.label in _LABELS_OF_NOTICES and place not in _IN_TEXT:
        return True
    if row.kind == "unverified":
        return row.strength >= STRONG
    if row.kind in _ITS_OWN_WORDS:
        return True
    within = Span(block.start, max(block.end, page.blocks[positions.block_at(mark.end - 1)].end))
    sentence = _sentence(page.text, mark.span, within)
    words = sentence.of(page.text)
    if forms.speaks_of_itself(words):
        return not _BY_A_READER.search(words)
    if positions.whole_block(mark.start, mark.end) and (
        row.kind == "translation" or place not in ("lead", "inside", "caption")
    ):
        return True
    if _REPORTED.search(words) or _BY_A_READER.search(words):
        return False
    if whole >= MOSTLY and row.strength >= WEAK:
        return True
    if row.strength < 0.8:
        return False
    if place not in _IN_TEXT:
        return True
    return positions.block_at(mark.start) == positions.last and mark.end - mark.start >= len(words) // 2


def _is_label(page: Page, positions: Positions, mark: Mark, row: forms.Row, place: Place) -> bool:
    """A label of paid content: at the head or the tail, for itself; not among teasers, where it is another page's."""
    if row.scope == "passage":
        return place in ("head", "lead", "end", "tail") or (
            place == "inside" and positions.whole_block(mark.start, mark.end)
        )
    i = positions.block_at(mark.start)
    if place == "head" and _is_ad_slot(page, mark):
        return _beside_headline(page, positions, i, mark)
    if place == "head" or (row.strength >= STRONG and _beside_headline(page, positions, i, mark)):
        return True
    near_end = place in ("end", "tail") and i - positions.last <= 3
    if row.strength < STRONG:
        return near_end and positions.whole_block(mark.start, mark.end)
    block = page.blocks[i]
    if (
        place == "elsewhere"
        and i < positions.first
        and block.label in ("other", "promo", "disclaimer", "credit", "byline")
    ):
        # A page whose headline was not found: a label shortly above the text.
        return positions.headline is None and positions.first - i <= 6
    return near_end and block.label not in ("promo", "related", "navigation")


_AD_SLOT = frozenset(
    {
        *("anzeige", "werbung", "advertisement", "publicidad", "publicité", "pubblicità", "reklama", "annons", "annonse"),
        *("annonce", "advertentie", "реклама", "إعلان", "广告", "広告", "광고", "iklan", "reklam", "publicidade", "mainos"),
        *("hirdetés", "inzerce", "διαφήμιση", "ad", "ads"),
    }
)  # fmt: skip
"""Words that stand above banners, too."""


def _beside_headline(page: Page, positions: Positions, i: int, mark: Mark) -> bool:
    """Whether a block that is a label stands with the headline, whatever it is taken for: a section's link, a promotion.

    A word that stands above banners, too, must be in the headline's own container.
    """
    at = positions.headline
    alone = positions.whole_block(mark.start, mark.end) and mark.slot("person") is None
    if at is None or not alone or not (at - 2 <= i <= at + 2) or i >= positions.first:
        return False
    if not _is_ad_slot(page, mark) or not page.blocks[i].path:
        return True
    container = page.blocks[at].path.rpartition("/")[0]
    return page.blocks[i].path == container or page.blocks[i].path.rpartition("/")[0] == container


def _is_ad_slot(page: Page, mark: Mark) -> bool:
    return page.text[mark.start : mark.end].strip(" ()[]*|-:").casefold() in _AD_SLOT


def _together(page: Page, marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Marks of one notice: overlapping, in the same block, or so near that nothing else stands between them."""
    group: list[Mark] = []
    reach = -1
    for mark in marks:
        if group and not _joined(page, group, reach, mark):
            yield group
            group = []
            reach = -1
        group.append(mark)
        reach = max(reach, mark.end)
    if group:
        yield group


def _joined(page: Page, group: Sequence[Mark], reach: int, mark: Mark) -> bool:
    if mark.start < reach:
        return True
    between = page.text[reach : mark.start]
    if len(between) > 2 * NEAR:
        return False
    heading = forms.row(mark.row).says == "heading"
    if heading:
        return False
    paid = forms.row(mark.row).says == "paid"
    if paid != (forms.row(group[-1].row).says == "paid"):
        return False
    if "\n" not in between.strip("\n"):
        if "\n\n" not in between:
            return len(_SENTENCE_END.findall(between)) <= 2
        return len(between.strip()) == 0 or forms.row(group[-1].row).says == "heading"
    return len(between.strip()) <= NEAR // 4 or ("\n\n" not in between and len(between) <= NEAR)


def _notice(page: Page, publisher: Publisher, positions: Positions, group: Sequence[Mark]) -> Disclaimer | None:
    rows = [forms.row(mark.row) for mark in group]
    clauses = _clauses(page, group)
    heading = any(row.says == "heading" for row in rows)
    complaint = next((mark for mark, row in zip(group, rows, strict=True) if row.says == "complaints"), None)
    if not clauses:
        return None
    strongest: dict[str, float] = {}
    for row in rows:
        if row.kind:
            strongest[row.kind] = max(strongest.get(row.kind, 0.0), row.strength)
    i = positions.block_at(group[0].start)
    labelled = page.blocks[i].label in _LABELS_OF_NOTICES
    said_again = len(clauses) > 1
    support = (heading or labelled or complaint is not None) * 0.2 + 0.1 * (len(strongest) - 1 or said_again)
    clauses = [*clauses, *_content_not_vouched_for(clauses)]
    kinds: list[DisclaimerKind] = []
    for clause in clauses:
        if clause.kind not in kinds and strongest.get(clause.kind, STRONG) + support >= STRONG:
            kinds.append(clause.kind)
    if not kinds:
        return None
    clauses = [clause for clause in clauses if clause.kind in kinds]
    span = _extent(positions, group, clauses)
    speaker = next((name for mark in group if (name := _speaker(page, mark))), None)
    to = complaint.slot("to") if complaint else None
    return Disclaimer(
        tuple(kinds),
        span.start,
        span.end,
        page.quote(span.start, span.end),
        speaker or publisher.name,
        " ".join(to.of(page.text).split()) if to else None,
        _placement(positions, span),
        tuple(clauses),
    )


def _speaker(page: Page, mark: Mark) -> str:
    span = mark.slot("speaker")
    return speaker_name(span.of(page.text)) if span else ""


def _clauses(page: Page, group: Sequence[Mark]) -> list[Clause]:
    """One clause a kind and stretch of text; of overlapping ones of a kind the longest."""
    clauses: list[Clause] = []
    for mark in group:
        row = forms.row(mark.row)
        if row.kind is None:
            continue
        span = mark.slot("objects")
        objects = objects_in(span.of(page.text)) if span else ()
        same = next((c for c in clauses if c.kind == row.kind and c.start < mark.end and mark.start < c.end), None)
        if same is None:
            clauses.append(Clause(row.kind, mark.start, mark.end, objects, row.id))
            continue
        joined = tuple(dict.fromkeys((*same.objects, *objects)))
        longer = same.end - same.start >= mark.end - mark.start
        start, end = (same.start, same.end) if longer else (mark.start, mark.end)
        clauses[clauses.index(same)] = Clause(row.kind, start, end, joined, same.row if longer else row.id)
    return sorted(clauses, key=lambda c: (c.start, c.end))


_CONTENT = re.compile(
    r"accura|error|omission|complete|reliab|correct|delay|timel|quality|truth|exact|richtig|vollständig|fehler|exactitude|erreur|exactitud|esattezza|juistheid|точност|достоверност|صحة|دقة|准确|准確|完整|정확|正確",
    re.IGNORECASE,
)


def _content_not_vouched_for(clauses: Sequence[Clause]) -> list[Clause]:
    """To decline responsibility for errors or accuracy is to give the content as it is."""
    if any(clause.kind == "as-is" for clause in clauses):
        return []
    wanted = (c for c in clauses if c.kind == "no-liability" and any(_CONTENT.search(thing) for thing in c.objects))
    return [Clause("as-is", c.start, c.end, c.objects, c.row) for c in wanted][:1]


_LIST = re.compile(
    r"\s*(?:,|;|/|\band/or\b|\band\b|\bor\b|\bund\b|\boder\b|\bsowie\b|\bet\b|\bou\b|\by\b|\bo\b|\be\b|\bi\b|\blub\b|\ben\b|\bof\b|\bили\b|\bи\b|\bve\b|\bveya\b|、|，|和|或|و)\s*"
)
_LIST_EDGES = re.compile(
    r"^(?:the|any|all|its|their|such|this|of|for|der|die|das|den|la|le|les|el|los|las|de|het|il|l')\s+|"
    r"\s+(?:of|in|contained|on|from|that|which|arising|resulting|made|or|presented|provided|caused|der|des|de|du|del|di)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def objects_in(words: str) -> tuple[str, ...]:
    """The things a clause lists: "accuracy, content, images … or reliability of the information" gives each noun."""
    found = []
    for part in _LIST.split(" ".join(words.split())):
        for _ in range(3):
            part = _LIST_EDGES.sub("", part).strip(" .:\"'“”")
        if 2 <= len(part) <= 40 and len(part.split()) <= 4:
            found.append(part.casefold())
    return tuple(dict.fromkeys(found))[:24]


def _extent(positions: Positions, group: Sequence[Mark], clauses: Sequence[Clause]) -> Span:
    """From the heading or the first sentence to the end of the last one."""
    text = positions.page.text
    first = min(mark.start for mark in group)
    last = max(mark.end for mark in group)
    start = _sentence(text, Span(first, first + 1), _line_block(positions, first)).start
    end = _sentence(text, Span(max(first, last - 1), last), _line_block(positions, max(first, last - 1))).end
    start, end = min(start, first), max(end, last)
    # A label glued to a byline is its whole line; brackets around a notice are its own.
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, min(end, max(clause.end for clause in clauses) + 4 * LONGEST_SENTENCE))


def _line_block(positions: Positions, offset: int) -> Span:
    block = positions.page.blocks[positions.block_at(offset)]
    return block.span if block.start <= offset < block.end else Span(offset, offset + 1)


def _sentence(text: str, span: Span, within: Span) -> Span:
    """The sentence around a span, inside a block."""
    low = max(within.start, span.start - LONGEST_SENTENCE)
    start = low
    for found in _SENTENCE_END.finditer(text, low, span.start):
        if not _ABBREVIATION.search(text[max(low, found.start() - 8) : found.start() + 1]):
            start = found.end()
    high = min(within.end, span.end + LONGEST_SENTENCE)
    end = high
    if span.end > within.start and _SENTENCE_END.match(text, span.end - 1):
        end = span.end
    else:
        for found in _SENTENCE_END.finditer(text, max(span.end - 1, low), high):
            if not _ABBREVIATION.search(text[max(low, found.start() - 8) : found.start() + 1]):
                end = found.end()
                break
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, max(end, span.end))


def _placement(positions: Positions, span: Span) -> str:
    i = positions.block_at(span.start)
    if i < positions.first:
        return "before"
    if i <= positions.last:
        return "after" if i == positions.last and positions.place(span.start, span.end) == "end" else "inside"
    return "footer" if positions.place(span.start, span.end) == "elsewhere" else "after"
