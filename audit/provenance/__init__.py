"""Who says what, on whose word: `Page` → `Provenance`."""
