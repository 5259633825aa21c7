"""What a desk should know: `Page`, `Provenance` → findings and the profile."""
