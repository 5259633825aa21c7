"""An auditor's file to begin with: the four sorts of entries and the audit's findings, all commented out."""

from __future__ import annotations

from audit.findings.hand import SUBJECTS
from audit.model import Audit

_HEAD = """\
# What the auditor states beside the audit of
#   {title}
# Take the first “# ” off the lines that you need. Everything enters the report as stated by the auditor; nothing
# that was seen is changed or removed. A quote is words of the page, letter for letter.

# [[note]]
# text = ""
# quote = ""

# [[correction]]
# subject = "provider"   # or: {subjects}
# value = ""
# source = ""            # how it is known, such as “told by phone”

# [[reply]]
# from = ""
# text = ""
# date = ""

# The findings of this audit. A code in the place of the fingerprint stands for all findings of that rule.
"""
_FINDING = """
# {level} {code}: {message}
# [[dismissal]]
# finding = "{fingerprint}"
# reason = ""
"""


def form(audit: Audit) -> str:
    """The text of such a file, valid TOML as it stands."""
    others = ", ".join(s for s in SUBJECTS if s != "provider")
    head = _HEAD.format(title=_one_line(audit.page.headline or audit.target.name), subjects=others)
    found = [
        _FINDING.format(level=f.level, code=f.code, message=_one_line(f.message), fingerprint=f.fingerprint)
        for f in audit.findings
    ]
    return head + "".join(found or ["\n# none\n"])


def _one_line(words: str) -> str:
    """Captured words on one line of a comment, without characters that TOML or a terminal would mind."""
    return "".join(c if c.isprintable() else " " for c in words)[:300]
