"""For people and programs: `Audit` → HTML, JSON, the archive."""
