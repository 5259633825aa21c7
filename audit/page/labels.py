"""A label for every run: what it is, how sure, and why in words.

`reporting` (a probability for each run, from the model or the reference extractor) draws the line between reporting
and wrapper; what kind of reporting or wrapper it is follows from words (lexicon rows), markup (tags, names) and
place, in that order of trust.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence, Set
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from audit.model import DATE_LINE, SIGNATURE, Label
from audit.page import asides, last_lines, listed_below, pictures, repeated, surroundings
from audit.page.boxes import Box, Run
from audit.page.wrapper_words import family_of, is_share_bar, without_opening

THRESHOLD = 0.5


class Labelled(NamedTuple):
    """The label of one run."""

    label: Label
    confidence: float
    why: str


_FAMILIES: dict[str, tuple[Label, str]] = {
    "share": ("share", "words of a share bar"),
    "comments": ("comments", "words of a comment section"),
    "related": ("related", "words that lead to other pages"),
    "newsletter": ("newsletter", "words of a newsletter or subscription box"),
    "promo": ("promo", "words of an advertisement, an offer or a wall"),
    "copyright": ("copyright", "a copyright line"),
    "byline": ("byline", "words that open a byline"),
    "photo": ("caption", "words of a picture's caption or credit"),
    "correction": ("correction", "words that open a correction or editor's note"),
    "author-bio": ("author-bio", "words of a note about the author"),
    "navigation": ("navigation", "words of a menu"),
    "disclaimer": ("disclaimer", "words that open a disclaimer"),
}
_TAGS: dict[str, Label] = {
    "nav": "navigation", "footer": "navigation", "menu": "navigation", "figcaption": "caption", "caption": "caption",
}  # fmt: skip
_DATE = re.compile(
    r"\d{1,2}\s?[./\-年월月:]\s?\d{1,2}|\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\b\d+ (?:min|hour|day|stund|minut|tag|heure|hora)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:^|\s)(?:©|\(c\)\s*(?:19|20)\d\d|Copyright\b)", re.IGNORECASE)
_NEAR = 6
_SHORT = 120
"""Characters up to which words alone may overrule the model."""


_TOLD: frozenset[Label] = frozenset({"body", "quote", "standfirst"})
_OPEN = Labelled("other", 0.5, "not looked at closer")


def label_runs(
    runs: Sequence[Run],
    reporting: Sequence[float],
    headline: Sequence[int],
    because: str,
    threshold: float = THRESHOLD,
    *,
    wrapper: bool = True,
) -> list[Labelled]:
    """The labels of `runs`; `because` says where the probabilities come from."""
    heads = set(headline)
    first_body = next(
        (i for i, p in enumerate(reporting) if p >= threshold and i not in heads and len(runs[i].text) >= 60), len(runs)
    )
    hidden = _hidden_aside(runs, reporting, threshold)
    labelled = []
    for index, run in enumerate(runs):
        probability = reporting[index]
        if index in heads:
            labelled.append(Labelled("headline", 0.95, "the page's title stands in this heading"))
        elif hidden and run.box.hidden:
            labelled.append(Labelled("other", max(1.0 - probability, 0.7), "hidden by the markup"))
        elif probability >= threshold and (plain := _plainly_wrapper(run, index, 1.0 - probability, first_body)):
            labelled.append(plain)
        elif probability >= threshold:
            labelled.append(_reporting(run, index, probability, headline, first_body, because))
        elif wrapper:
            labelled.append(_wrapper(run, 1.0 - probability, because))
        else:
            labelled.append(_OPEN)
    told = [index for index, one in enumerate(labelled) if one.label in _TOLD]
    for index in repeated.copies(runs, told):
        labelled[index] = Labelled("other", 0.8, "only repeats words that the text has already")
    for index in listed_below.entries(runs, [i for i in told if labelled[i].label in _TOLD], reporting):
        labelled[index] = Labelled("related", 0.8, "one of many like entries behind the story")
    if wrapper or told:
        _around(runs, labelled)
    return labelled


def _around(runs: Sequence[Run], labelled: list[Labelled]) -> None:
    """Takes out of the reporting what the lines around it, or its place behind the story's end, show to be none."""
    for one in surroundings.seen(runs, [said.label for said in labelled]):
        labelled[one.number] = Labelled(one.label, 0.8, one.why)
    told = [index for index, one in enumerate(labelled) if one.label in _TOLD]
    for last in last_lines.told([runs[index].text for index in told]):
        why = f"{SIGNATURE} below its last line" if last.label == "byline" else "a note about the author"
        labelled[told[last.number]] = Labelled(last.label, 0.8, why)


def _hidden_aside(runs: Sequence[Run], reporting: Sequence[float], threshold: float) -> bool:
    """True where hidden text is not what the page is about: a page that a script unveils has most of its text hidden."""
    shown = hidden = 0
    for run, probability in zip(runs, reporting, strict=True):
        if probability >= threshold:
            if run.box.hidden:
                hidden += len(run.text)
            else:
                shown += len(run.text)
    return shown >= hidden


def _plainly_wrapper(run: Run, index: int, sure: float, first_body: int) -> Labelled | None:
    """Lines that are wrapper wherever the model puts them: whole forms of the lexicon, share bars, bylines over the text."""
    text = run.text
    known = asides.form_of(text)
    if known is not None:
        return Labelled(known.label, max(sure, 0.8), known.why)
    if run.box.tag == "label":
        return Labelled("other", max(sure, 0.8), "names a field of a form")
    if run.box.structure != "heading" and pictures.is_caption(text):
        return Labelled("caption", max(sure, 0.8), "ends in the credit of a picture")
    if len(text) > _SHORT:
        return None
    if is_share_bar(text):
        return Labelled("share", sure, "names of share buttons run together")
    hit = family_of(text)
    if hit is None:
        return None
    family, whole = hit
    if family == "promo" and index <= first_body:
        return None  # "Advertisement" right above the text may be said of the text: the lexicon's marks tell
    byline = family == "byline" and (
        (index < first_body and text[-1] not in ".!?…。")
        or (run.box.structure == "paragraph" and last_lines.is_name(without_opening(text, "byline")))
    )
    if whole or byline or (family == "copyright" and text[0] in "©(Cc"):
        label, why = _FAMILIES[family]
        return Labelled(label, max(sure, 0.7), why)
    return None


def _reporting(run: Run, index: int, sure: float, headline: Sequence[int], first_body: int, because: str) -> Labelled:
    box = run.box
    if box.structure == "caption":
        return Labelled("caption", 0.8, f"stands in <{box.tag}>")
    if index <= first_body and (not headline or index > headline[0]) and _named(run, names().standfirst):
        return Labelled("standfirst", sure, "stands between headline and text, and its markup names it a summary")
    if headline and index == headline[-1] + 1 and box.level == 2 and len(run.text) >= 40:
        return Labelled("standfirst", sure, "a second heading right under the headline")
    if box.structure == "quotation":
        return Labelled("quote", sure, f"a quotation in the markup; {because}")
    return Labelled("body", sure, because)


class MarkupNames(NamedTuple):
    """Names in class, id, role and itemprop that tell what stands there."""

    wrapper: Mapping[str, Label]
    dates: frozenset[str]
    """Those of `wrapper` that hold a date and no author."""
    standfirst: frozenset[str]


@cache
def names() -> MarkupNames:
    """The rows of `markup_names.jsonl`."""
    source = (Path(__file__).parent / "markup_names.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in source.splitlines() if line]
    return MarkupNames(
        MappingProxyType({name: row["label"] for row in rows if row["label"] != "standfirst" for name in row["names"]}),
        frozenset(name for row in rows if row.get("of") == "date" for name in row["names"]),
        frozenset(name for row in rows if row["label"] == "standfirst" for name in row["names"]),
    )


def _named(run: Run, names: Set[str]) -> bool:
    if not names.isdisjoint(run.hints):
        return True
    box: Box | None = run.box
    for _ in range(3):
        if box is None:
            return False
        if not names.isdisjoint(box.hints):
            return True
        box = box.parent
    return False


def _wrapper(run: Run, sure: float, because: str) -> Labelled:
    text, box = run.text, run.box
    if is_share_bar(text):
        return Labelled("share", sure, "names of share buttons run together")
    hit = family_of(text)
    if hit is not None and hit[1]:
        label, why = _FAMILIES[hit[0]]
        return Labelled(label, sure, why)
    if box.structure == "caption":
        return Labelled("caption", sure, f"stands in <{box.tag}>")
    if _COPYRIGHT.search(text[:200]) and len(text) < 400:
        return Labelled("copyright", sure, "a copyright line")
    if hit is not None:
        label, why = _FAMILIES[hit[0]]
        return Labelled(label, sure * 0.95, why)
    named = _by_name(run)
    if named is not None:
        return Labelled(named[0], sure * 0.9, named[1])
    size = len(text)
    if run.time or (size <= 60 and _DATE.search(text) and run.link_chars * 2 < size):
        return Labelled("byline", sure * 0.8, DATE_LINE)
    if run.link_chars * 3 >= size * 2:
        if size >= 30:
            return Labelled("related", sure * 0.8, "a link with a headline's length")
        return Labelled("navigation", sure * 0.8, "a short link")
    return Labelled("other", sure * 0.7, f"not reporting: {because}")


def _by_name(run: Run) -> tuple[Label, str] | None:
    """What the nearest element whose markup is named like a part of the wrapper makes of the run."""
    wrapper, dates, _ = names()
    for word in run.hints:
        label = wrapper.get(word)
        if label is not None:
            return label, DATE_LINE if word in dates else f"its markup is named “{word}”"
    box: Box | None = run.box
    for _ in range(_NEAR):
        if box is None:
            return None
        for word in box.hints:
            label = wrapper.get(word)
            if label is not None:
                return label, DATE_LINE if word in dates else f"stands in <{box.tag}> named “{word}”"
        label = _TAGS.get(box.tag)
        if label is not None:
            return label, f"stands in <{box.tag}>"
        box = box.parent
    return None
