"""Relays: through which outlets a claim came before it reached this page.

Two ways of knowing. *Observed*: the sentence says it (`told Harbour TV`, `Harbour TV reported, citing two officials,`,
`in a report seen by Harbour TV`). *Inferred*: a scope rule carries an outlet's report over to what follows it.
"""

from __future__ import annotations

from audit.provenance.attributions.relays.scope import NEXT_SENTENCE, SAME_SENTENCE, find_relays
from audit.provenance.attributions.relays.spoken_to import Relay

__all__ = ["NEXT_SENTENCE", "SAME_SENTENCE", "Relay", "find_relays"]
