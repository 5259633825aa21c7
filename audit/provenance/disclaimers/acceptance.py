"""Whether words of a notice are the page's own: by what they say, where they stand, how much of their block they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.lexicon import forms
from audit.model import DisclaimerKind, Label, Mark, Page, Span
from audit.provenance.credits.position import Place, Positions

from .sentences import SENTENCE_END, sentence_around
from .standing import place_of

STRONG = 0.7
WEAK = 0.6
MOSTLY = 0.6
"""A block of which so much is words of notices is a notice, wherever it stands."""
_SHORT_NOTICE = 160
"""Characters of a notice on reuse that may stand in the text as a block of its own without naming the page's words."""
NEAR = 160
"""Characters between two clauses of one notice that has no clause between them."""
REPORTED = re.compile(
    r"\b(?:said|say|says|told|added|ruled|according|spokes\w+|minister|court|he|she|police|committee|senate|audit|found|advised|"
    r"sagte\w*|laut|zufolge|erklärte\w*|entschied\w*|kritisierte\w*|kündigte|teilte|gericht\w*|ministerin?|polizei|stadt|"
    r"a déclaré|a-t-(?:il|elle|on)|selon|ministre|tribunal\w*|dijo|según|afirmó|senado|corte|ha detto|secondo|sindaco|"
    r"disse|segundo|afirmou|zei|volgens|rechter|powiedział\w*|według|sąd|söyled\w+|dedi|"
    r"сказал\w*|заявил\w*|сообщил\w*|суд|قال\w*)\b",
    re.IGNORECASE,
)
"""Signs that somebody on the page is quoted as declining responsibility."""
_BY_A_READER = re.compile(r"\b(?:I|ich|je|yo|you|du|dein\w*|your)\b")
"""A reader's comment speaks of the article, too, but as somebody."""
_COMMENTS = re.compile(
    r"comment|coment[aá]r|komment|kommentar|reacties|mensagens|mensajes|leserbrief|user-?beitr|yorum|коммент|σχόλι|"
    r"تعليق|نظرات|کامنت|टिप्पण|মন্তব্য|评论|評論|コメント|댓글|komentar",
    re.IGNORECASE,
)
"""What readers write below a text, in the words of the notices on it."""
_ITS_OWN_WORDS: frozenset[DisclaimerKind] = frozenset({"correction", "copyright", "sponsored", "comments-policy"})
"""Kinds whose forms are hardly anything else than a notice."""
_IN_TEXT: frozenset[Place] = frozenset({"inside", "lead", "caption", "end"})
_SMALL_PRINT: frozenset[Label] = frozenset({"disclaimer", "copyright", "other", "correction"})
LABELS_OF_NOTICES: frozenset[Label] = frozenset({"disclaimer", "copyright", "credit", "correction", "author-bio"})


def continues_notice(page: Page, accepted: Sequence[Mark], mark: Mark) -> bool:
    """Whether a mark directly follows an accepted one in the same run of lines: the notice goes on."""
    if not accepted or forms.row(mark.row).says == "paid":
        return False
    before = accepted[-1]
    gap = page.text[before.end : mark.start]
    return mark.start < before.end or (
        len(gap) <= NEAR // 2 and "\n\n" not in gap and len(SENTENCE_END.findall(gap)) <= 1
    )


def coverage(page: Page, positions: Positions, marks: Sequence[Mark]) -> dict[int, float]:
    """How much of each block is words of notices, from 0 to 1."""
    covered: dict[int, int] = {}
    reached = 0
    for mark in marks:
        i = positions.block_at(mark.start)
        covered[i] = covered.get(i, 0) + max(0, mark.end - max(mark.start, reached))
        reached = max(reached, mark.end)
    return {i: size / max(1, page.blocks[i].end - page.blocks[i].start) for i, size in covered.items()}


def accepted_as_notice(page: Page, positions: Positions, mark: Mark, whole: float) -> bool:
    """Whether a mark is a notice's; `whole` is how much of its block notices' words are."""
    row = forms.row(mark.row)
    place = place_of(positions, mark.span)
    block = page.blocks[positions.block_at(mark.start)]
    if row.family == "notice":
        return True
    if row.group == "outside":
        # A few words of a notice are enough where no reporting stands.
        apart = place in ("tail", "elsewhere") and block.label in _SMALL_PRINT
        apart = apart or (block.label == "comments" and row.kind == "comments-policy")
        words = mark.span.of(page.text)
        return block.visible and apart and not (REPORTED.search(words) or _BY_A_READER.search(words))
    if not block.visible and row.kind not in ("sponsored",):
        return False
    if row.says == "paid":
        return _is_label(page, positions, mark, row, place, whole >= MOSTLY)
    if block.label in ("comments", "related") and row.kind not in ("affiliate", "comments-policy"):
        if row.kind == "copyright":
            # A licence in the footer is a link, too.
            return positions.whole_block(mark.start, mark.end)
        of_comments = block.label == "comments" and row.kind in ("views", "no-liability")
        return of_comments and _of_comments(mark.span.of(page.text))
    if block.label in LABELS_OF_NOTICES and place not in _IN_TEXT:
        return True
    if row.group == "act" and place in _IN_TEXT and place != "caption":
        words = mark.span.of(page.text)
        told = REPORTED.search(words) or _BY_A_READER.search(words)
        return not told and whole >= MOSTLY and (place == "end" or forms.speaks_of_itself(words))
    if row.kind == "copyright" and place in ("inside", "lead", "end") and block.label not in LABELS_OF_NOTICES:
        words = mark.span.of(page.text)
        if REPORTED.search(words):
            return False
        if not forms.speaks_of_itself(words):
            # Others' licences and rights are reported, too.
            alone = place == "end" or positions.whole_block(mark.start, mark.end)
            return len(words) <= _SHORT_NOTICE and alone
    if row.kind == "unverified":
        return row.strength >= STRONG
    if row.kind in _ITS_OWN_WORDS:
        return True
    within = Span(block.start, max(block.end, page.blocks[positions.block_at(mark.end - 1)].end))
    sentence = sentence_around(page.text, mark.span, within)
    words = sentence.of(page.text)
    if forms.speaks_of_itself(words):
        return not _BY_A_READER.search(words)
    if positions.whole_block(mark.start, mark.end) and (
        row.kind == "translation"
        or (place not in ("lead", "inside", "caption") and not (place == "end" and REPORTED.search(words)))
    ):
        return True
    if REPORTED.search(words) or _BY_A_READER.search(words):
        return False
    if whole >= MOSTLY and row.strength >= WEAK:
        return True
    if row.strength < 0.8:
        return False
    if place not in _IN_TEXT:
        return True
    return positions.block_at(mark.start) == positions.last and mark.end - mark.start >= len(words) // 2


def _of_comments(words: str) -> bool:
    """Whether a notice among comments is the house's own on them, not a reader's words."""
    return bool(_COMMENTS.search(words)) and not _BY_A_READER.search(words)


def _is_label(page: Page, positions: Positions, mark: Mark, row: forms.Row, place: Place, mostly: bool) -> bool:
    """A label of paid content: at the head or the tail, for itself; not among teasers, where it is another page's."""
    if row.scope == "passage":
        whole = positions.whole_block(mark.start, mark.end)
        told = row.group == "act" and not (whole or mostly or forms.speaks_of_itself(mark.span.of(page.text)))
        return not told and (place in ("head", "lead", "end", "tail") or (place == "inside" and whole))
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
