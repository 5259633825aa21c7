"""Find or install the Chromium that the browser tests drive; idempotent, and quiet where it is there already.

Debian and Ubuntu: the distribution's package through apt-get. Elsewhere, set TRACEWIRE_CHROMIUM to a Chromium or
Chrome; without one, the browser tests are skipped and say so (in CI they fail).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium() -> str | None:
    """The path of a Chromium on this machine, or None."""
    stated = os.environ.get("TRACEWIRE_CHROMIUM")
    if stated:
        return stated if shutil.which(stated) else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def main() -> int:
    """Install Chromium where that can be done; return 0 either way, the tests say what is missing."""
    if chromium():
        return 0
    apt = shutil.which("apt-get")
    if apt is None:
        print("no Chromium found; browser tests will be skipped (set TRACEWIRE_CHROMIUM)", file=sys.stderr)
        return 0
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print("installing Chromium for the browser tests…", file=sys.stderr)
    for command in (
        ["update", "-qq"],
        ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-core"],
    ):
        done = subprocess.run([*sudo, apt, *command], env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            print("Chromium could not be installed; browser tests will be skipped", file=sys.stderr)
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
