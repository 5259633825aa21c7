"""Audits made of specimens."""

from __future__ import annotations

from tests.findings.conftest import make_audit

__all__ = ["make_audit"]
