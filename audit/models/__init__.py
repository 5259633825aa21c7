"""Trained weights; `docs/model.md` is their card."""
