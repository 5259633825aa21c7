"""`report.html`: one self-contained file that runs nothing, asks for nothing and is complete as it stands.

Its only styles are the stylesheet and one line with the capture's hash for print; the Content-Security-Policy names
both by their hashes and allows nothing else.
"""

from __future__ import annotations

from markupsafe import Markup

from audit.model import Audit, Review
from audit.report import templating
from audit.report.view import view


def render(audit: Audit, *, whole: bool = True, review: Review | None = None) -> str:
    """The report on `audit`; equal audits give equal text.

    With `whole` false it is made to be sent to others: it keeps the evidence, each quote cut to an excerpt, and leaves out
    the page's text. `review` is what the auditor states beside the audit.
    """
    digest = "".join(c for c in audit.capture.sha256 if c in "0123456789abcdef")[:64]
    style = templating.source("report.css") + f'@page{{@bottom-left{{content:"sha256 {digest}"}}}}\n'
    values = view(audit, whole=whole, review=review)
    values["style"] = Markup(style)  # noqa: S704 - our own stylesheet and a hash
    values["policy"] = (
        f"default-src 'none'; style-src '{templating.source_hash(style)}'; base-uri 'none'; form-action 'none'"
    )
    values["digest"] = digest
    return templating.template("report.html.j2").render(values)
