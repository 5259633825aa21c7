"""The rule tagger for English: cues from the lexicon, and the frames in which they stand.

Frames, in words: source cue [that] content; content, source cue; content, cue source; according to source; a participle
or a second verb that shares the subject; an agent behind *by*; a colon before a quotation; a quotation that its
neighbours explain. Every frame works on one paragraph and looks a bounded number of tokens around the cue.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases, phrases_behind
from audit.provenance.attributions.reading.phrases import ADVERBS, DETERMINERS, Range
from audit.provenance.attributions.reading.tokens import STOPS, Reading
from audit.provenance.attributions.rules.found import Found
from audit.provenance.attributions.rules.orphans import find_orphans
from audit.provenance.attributions.rules.refusals import find_refusals
from audit.provenance.attributions.rules.relayed import CITED
from audit.provenance.attributions.rules.seeming import Seeming
from audit.provenance.attributions.rules.words import BE, HEARSAY, OPENERS, PAPERLIKE, SILENCES
from audit.provenance.attributions.tagging import RawAttribution, Sentence

PAPER_MADE = word_set(
    "published released seen reviewed leaked posted dated filed issued submitted shown obtained verified"
)
"""Verbs of saying and showing that, before another verb, only tell where a paper came from."""


class RuleTagger:
    """Attributions by frames; `tag` is linear in the text."""

    def tag(self, text: str, sentences: Sequence[Sentence]) -> tuple[RawAttribution, ...]:
        """The attributions of `sentences`, in text order."""
        return self.read(Reading(text, sentences))

    def read(self, reading: Reading) -> tuple[RawAttribution, ...]:
        """The same over sentences that are tokens already."""
        found: list[Found] = []
        for number in range(len(reading.sentences)):
            found.extend(_Frames(reading, number).find())
        found.extend(find_refusals(reading, found))
        found.extend(find_orphans(reading, found))
        return tuple(
            sorted(
                (f.raw(reading) for f in found),
                key=lambda r: min(s.start for s in (*r.source, *r.cue, *r.content)),
            )
        )


class _Frames(Seeming):
    """The frames of one sentence."""

    def find(self) -> list[Found]:
        for k in sorted(self.cues):
            if k not in self.cues:
                continue
            kind = self.cues[k]
            if kind == "according":
                found = self._according(k)
            elif kind == "cite":
                found = self._citing(k)
            else:
                found = self._verb(k, kind)
            if found is not None and found.content:
                self.done.append(found)
        self.done.extend(self._beside_quotations())
        self.done.extend(self._by_nouns())
        self.done.extend(self._by_reports())
        self.done.extend(self._by_papers())
        if not self.done:
            found = self._colon()
            if found is not None:
                self.done.append(found)
        return self.done

    # --- frames -----------------------------------------------------------------------------------------------------

    def _according(self, k: int) -> Found | None:
        behind = self.according_stop(k)
        if not behind or behind >= self.stop or self.lows[behind] in ("plan", "plans"):
            return None
        lead = all(self.lows[i] in ADVERBS or self.lows[i] in ("and", "but", ",") for i in range(self.first, k))
        source = phrases_behind.after(self.reading, behind, self.end, leads=lead)
        if source is None:
            return None
        if lead:
            content = [self._trim(self._past_relative(source[1]), self.end)]
        else:
            first = self.first
            quote = self.reading.quote[k - 1] if self.words[k - 1] != "," else self.reading.quote[k - 2]
            if quote >= 0:
                first = min(first, max(self.reading.quotation(quote)[0], self.paragraph_first))
            content = [self._trim(first, k)]
            rest = self._trim(source[1], self.end)
            if rest is not None and self.words[source[1]] == "," and rest[1] - rest[0] > 5 and not self._has_cue(rest):
                content.append(rest)
        return Found(source, (k, behind), [c for c in content if c])

    def _citing(self, k: int) -> Found | None:
        """`, citing two officials,`: the source inside the relay; the content is that of the sentence's verb of saying."""
        if not self.lows[k].endswith("ing") and (self.lows[k] not in CITED or self.lows[k - 1] in BE):
            if self.lows[k] == "quoted" and k + 1 < self.stop and self.lows[k + 1] in ("as", "by"):
                return self._quoted(k)
            return None
        first = k + 1
        if self.lows[first : first + 1] == ["what"]:  # `citing what it called an informed source`
            called = next((i for i in range(first + 1, min(self.end, first + 6)) if i in self.cues), None)
            first = called + 1 + (self.lows[called + 1 : called + 2] == ["as"]) if called is not None else first
        source = phrases_behind.after(self.reading, first, self.end)
        if source is None:
            return None
        as_ = next((i for i in range(source[1], min(self.end - 1, source[1] + 5)) if self.lows[i] == "as"), None)
        if as_ is not None and self.lows[as_ + 1].endswith("ing"):
            said = self._trim(as_ + 2, self._clause_end(as_ + 2))
            if said is None:  # `“…,” the portal quoted an analyst as saying`
                subject = phrases.before(self.reading, self.first, k, self.verbs)
                said = self._ahead(subject[0]) if subject is not None and subject[0] > self.first + 1 else None
            return Found(source, (k, k + 1), [said] if said else [])
        if not self.lows[k].endswith("ing") and self.lows[k - 1] != "which":
            return self._cited_alone(k)
        hosts = [f for f in self.done if f.cue is not None]
        if hosts:
            content = [self._without(c, k) if c[0] < k else c for c in hosts[-1].content]
            return Found(source, (k, k + 1), [c for c in content if c])
        rest = self._trim(source[1], self.end)
        nxt = next((c for c in sorted(self.cues) if c > source[1]), None)
        if nxt is not None and rest is not None:
            claim = self._after_adjunct(nxt + 1)
            rest = self._trim(claim, self._clause_end(claim))
        elif rest is None:
            rest = self._trim(self.first, k)
        return Found(source, (k, k + 1), [rest] if rest else [])

    def _past_citing(self, first: int) -> int:
        """One past `(on Friday), citing two officials,` behind the verb, or 0."""
        comma = next((i for i in range(first, min(self.end - 1, first + 6)) if not self.words[i][0].isalnum()), first)
        while self.words[comma : comma + 1] == ["."] and comma + 1 < self.end:
            comma += 1  # `on Oct. 31, citing`
            comma += self.words[comma].isdigit()
        if self.words[comma : comma + 1] != [","] or self.lows[comma + 1 : comma + 2] not in (["citing"], ["quoting"]):
            return 0
        close = next((i for i in range(comma + 2, min(self.end - 1, comma + 26)) if self.words[i] == ","), None)
        opens = OPENERS | DETERMINERS
        while close is not None and self.lows[close + 1] not in opens:
            close = next((i for i in range(close + 1, min(self.end - 1, comma + 26)) if self.words[i] == ","), None)
        return close + 1 if close is not None else 0

    def _past_relative(self, comma: int) -> int:
        """One past `, which cited a presidential aide,`, or `comma`."""
        if self.words[comma : comma + 1] != [","] or self.lows[comma + 1 : comma + 2] not in (["which"], ["who"]):
            return comma
        return next((i for i in range(comma + 2, min(self.end, comma + 20)) if self.words[i] == ","), comma)

    def _quoted(self, k: int) -> Found | None:
        """`Omari was quoted by Harbour TV as saying (that) …`, `… was quoted as saying by …`."""
        start = phrases.verb_group(self.reading, self.first, k)
        source = phrases.before(self.reading, self.first, start, self.verbs)
        saying = next((i for i in range(k + 1, min(self.end, k + 14)) if self.lows[i] in ("saying", "telling")), None)
        if source is None or saying is None:
            return None
        self.cues = {c: v for c, v in self.cues.items() if c != saying}
        content = self._following(saying + 1)
        ahead = self._trim(self.first, source[0])
        if (not content or self.lows[saying + 1 : saying + 2] == ["by"]) and ahead:
            content = [ahead]
        return Found(source, (start, saying + 1), content)

    def _verb(self, k: int, kind: str) -> Found | None:
        if any(f.cue is not None and f.cue[0] <= k < f.cue[1] for f in self.done):
            return None
        start = self._said_to_have(k) or phrases.verb_group(self.reading, self.first, k)
        passive = (
            start == phrases.verb_group(self.reading, self.first, k)
            and any(self.lows[i] in BE for i in range(start, k))
            and not self.lows[k].endswith("ing")
        )
        if passive and self.lows[k] != "drawn":
            return self._agent(start, k, kind)
        previous = self.words[start - 1] if start > self.first else "^"
        if kind not in ("think", "judge", "accuse", "reject", "tell") and self._inverted(k, start, previous):
            found = self._speaker_after(k, start)
            if found is not None and not (previous == "," and self._leads_apposed(found, start)):
                return found
        paper = self.paper_ahead(k) if kind != "phrase" else None
        if paper is not None and self._one_verb(k, start):
            return self._paper(paper, start, k)
        if kind == "document":
            return self._paper_again(start, k)
        source = self._source(k, start, previous)
        if source is None or self.reading.quote[source[0]] >= 0 or not self._nominal(source):
            return None
        cue = (start, self._cue_end(k, kind))
        aside = self.words[cue[1] : cue[1] + 1] == [","] and self.words[cue[1] + 2 : cue[1] + 3] == [","]
        if aside and self.lows[cue[1] + 1] in ADVERBS:
            cue = cue[0], cue[1] + 3  # `stressed, however, that`
        if kind != "phrase" and self._only_possible(start, k):
            return None
        if kind == "phrase":
            content = self._trim(cue[1], self._clause_end(cue[1]))
            if self.lows[k] == "drawn":
                content = (k - 1, content[1] if content else k + 1)
                cue = start, k - 1
            elif content is None:  # `“…,” one of them summed up`
                return Found(source, cue, self._content_ahead(source, k, "say") or [])
            return Found(source, cue, [content] if content else [])
        ahead = self._content_ahead(source, k, kind)
        if ahead is None:
            ahead = self._antecedent(source, k)
        if ahead is not None:
            return Found(source, (start, k + 1), ahead)
        beyond = self._past_citing(k + 1)
        if beyond:
            return Found(source, cue, self._following(beyond, kind))
        if not self._opens_content(cue[1], k, kind):
            silent = self._silence(start, k)
            return Found(source, (start, k), [silent]) if silent is not None and start < k else None
        return Found(source, cue, self._following(cue[1], kind))

    def _one_verb(self, k: int, start: int) -> bool:
        """Whether no other verb of saying stands before the one at `k` but in an aside or as what was done to a paper."""
        commas = [i for i in range(self.first, start) if self.words[i] == ","]
        return not any(
            c < k and self.lows[c] not in PAPER_MADE and not (len(commas) > 1 and commas[0] < c < commas[-1])
            for c in self.cues
        )

    def _paper(self, source: Range, start: int, k: int) -> Found | None:
        """`A survey that her team carried out found larvae in 31 houses`: whatever stands behind the verb is its content."""
        start = max(start, source[1])
        while start < k and (self.words[start] == "," or self.lows[start] in ADVERBS):
            start += 1
        content = self._following(k + 1)
        return Found(source, (start, k + 1), content) if content else None

    def _paper_again(self, start: int, k: int) -> Found | None:
        """`They record 214 nights`, of papers that the sentence before spoke of."""
        before = list(range(max(self.paragraph_first, self.first - 60), self.first))
        spoken = any(speech.forms("voices", "head").get(self.lows[i]) == "document" for i in before)
        content = self._following(k + 1)
        alone = start == self.first + 1 and self.lows[self.first] in PAPERLIKE
        return Found((self.first, start), (start, k + 1), content) if spoken and alone and content else None

    def _only_possible(self, start: int, k: int) -> bool:
        """`may ask for a meeting`: nobody has said it yet."""
        group = self.lows[start:k]
        return any(w in ("may", "might", "could", "must", "should") for w in group) and not any(
            w in ("not", "n't") for w in group
        )

    def _silence(self, start: int, k: int) -> Range | None:
        """The verb of `did not elaborate`, `would not comment`: what was not said is all that is said."""
        denied = any(self.lows[i] in ("not", "n't", "never") for i in range(start, k))
        return (k, k + 1) if denied and self.lows[k] in SILENCES else None

    def _said_to_have(self, k: int) -> int:
        """The form of be in `is said to have added`, where hearsay stands around the verb; 0 elsewhere."""
        if k - 4 < self.first or self.lows[k - 2 : k] != ["to", "have"] or self.lows[k - 3] not in HEARSAY:
            return 0
        start = k - 4
        while start > self.first and self.lows[start] not in BE:
            start -= 1
        return start if k - start < 7 and self.lows[start] in BE else 0

    def _agent(self, start: int, k: int, kind: str) -> Found | None:
        """`was condemned by the envoy`: the agent speaks, of the subject."""
        for i in range(k + 1, min(self.end, k + 12)):
            if self.lows[i] == "by":
                source = phrases_behind.after(self.reading, i + 1, self.end)
                subject = phrases.before(self.reading, self.first, start, self.verbs)
                if (
                    source is None
                    or kind in ("find", "think")
                    or self.lows[i + 1] in ("me", "us", "you")
                    or self.lows[i + 1].endswith("ing")
                ):
                    return None
                content = [
                    c for c in (subject, self._trim(k + 1, i), self._trim(source[1], self._clause_end(source[1]))) if c
                ]
                return Found(source, (start, k + 1), content, 0.7)
            if self.words[i] in STOPS or self.words[i] == "," or self.lows[i] == "that":
                return None
        return None
