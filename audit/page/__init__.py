"""What the page is: `Capture` → `Page`, blocks labelled, markup read."""
