"""Attributions: who says it, on whose word, how sure."""
