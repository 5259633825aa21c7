"""Bytes in, evidence kept: `Target` → `Capture`."""
