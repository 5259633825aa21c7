"""The ground: data, not code. Outlets, credit forms, disclaimer clauses, cues and hedges, and the matcher that runs them."""
