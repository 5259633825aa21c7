"""What a person adds beside an audit."""

from __future__ import annotations

from audit.model.evidence import Evidence
from audit.model.span import Frozen
from audit.model.words import StatementKind

REVIEW_SCHEMA = "tracewire/review/1"


class Statement(Frozen, frozen=True):
    """What the auditor states beside an audit; it never changes what was seen.

    The first evidence is `Stated`; words of the page that the statement is about follow it.
    """

    kind: StatementKind
    text: str
    """The statement in words: the note, the reason of a dismissal, `The provider is Khaama Press: told by phone`."""
    evidence: tuple[Evidence, ...]
    subject: str = ""
    """What a correction is about: `publisher`, `provider`, `author`, `date`, `kind` or `voice`."""
    about: tuple[str, ...] = ()
    """Fingerprints of the findings that it is about."""


class Review(Frozen, frozen=True):
    """The auditor's statements on an audit, as `review.json` of an archive's entry has them.

    `of` is the entry that was reviewed and `manifest` the SHA-256 of its manifest then; both are empty outside an
    archive. `file` is the SHA-256 of the auditor's file.
    """

    schema: str
    statements: tuple[Statement, ...]
    file: str
    at: str = ""
    """RFC 3339, UTC, to the second; passed in by the caller."""
    by: str = ""
    of: str = ""
    manifest: str = ""

    def dismissed(self) -> dict[str, str]:
        """The fingerprints of dismissed findings, each with the reason."""
        return {f: s.text for s in self.statements if s.kind == "dismissal" for f in s.about}
