"""The version of the rule set: part of every audit, so that findings can be told apart from rules that changed."""

from __future__ import annotations

RULESET = "2026.1"
"""Year and number. It moves when a rule's meaning, level or stability does, or when words that rules look for change."""
