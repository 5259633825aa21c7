"""Outlets that the text relays: "Samaa TV reported", "told AFP", "erfuhr die APA", "передаёт ТАСС", "据新华社报道".

Only blocks of reporting are read. A name alone is no citation: a row of `rows.jsonl` must match around it. The page's
own publisher and the agencies credited for the text do not cite themselves.
"""

from __future__ import annotations

from audit.provenance.citations.finder import find_citations
from audit.provenance.citations.scope import carry_over

__all__ = ["carry_over", "find_citations"]
