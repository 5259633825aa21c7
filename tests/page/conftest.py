"""Captures made of invented pages."""

from __future__ import annotations

import pytest

from audit.model import Capture, CaptureRecord, Medium, TargetRecord


def make_capture(text: str, medium: Medium = "html", url: str | None = None) -> Capture:
    record = CaptureRecord(medium, "0" * 64, len(text), "2026-01-01T00:00:00Z", url)
    kind = "html-file" if medium == "html" else "text-file"
    return Capture(TargetRecord(kind, "page"), record, text.encode("utf-8", "replace"), text)


@pytest.fixture
def capture_of():
    """`capture_of(text, medium="html", url=None)`: a capture of `text`."""
    return make_capture
