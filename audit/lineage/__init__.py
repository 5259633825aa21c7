"""Two audits side by side: what was copied, what was changed on the way, who was first; and the way upstream."""
