"""Voices: who is behind a source, and for the unnamed how specific, how they know, and why they are not named."""
