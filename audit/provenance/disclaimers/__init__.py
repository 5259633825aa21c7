"""Notices by which somebody disowns, restricts or qualifies what the page carries."""

from __future__ import annotations

from .finding import find_disclaimers

__all__ = ["find_disclaimers"]
