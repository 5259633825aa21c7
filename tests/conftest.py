"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A slow machine is no failure, and every run tries the same examples; `make fuzz` looks for new ones.
settings.register_profile("tracewire", deadline=None, derandomize=True)
settings.load_profile("tracewire")

ROOT = Path(__file__).resolve().parent.parent


def shared_folder() -> Path:
    """The folder of real pages and corpora: `TRACEWIRE_SHARED`, by default `../shared` beside the checkout."""
    return Path(os.environ.get("TRACEWIRE_SHARED", ROOT.parent / "shared"))


def require_shared(relative: str) -> Path:
    """A path in the shared folder; the test is skipped where it is missing, and fails in CI."""
    path = shared_folder() / relative
    if not path.exists():
        message = f"{relative} is not in the shared folder (set TRACEWIRE_SHARED)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return path


@pytest.fixture(scope="session")
def shared_path():
    """`shared_path("data/pages")`: a path in the shared folder, or a visible skip."""
    return require_shared


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the developer's proxies, colours or settings."""
    for name in list(os.environ):
        if name.upper().endswith("_PROXY") or (name.startswith("TRACEWIRE_") and name != "TRACEWIRE_SHARED"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("NO_COLOR", "1")
