"""What each saved format keeps of a page's audit: the same pages saved by Chromium and audited again.

    python -m bench.capture.formats [folder of .html pages] [most pages]

Chromium saves each page as MHTML and prints it, with structure and without; the other formats hold the page's own bytes
and give the same audit by their nature (a test holds them to it). Pages are opened without scripts and without a network.
Compared with the audit of the HTML, medians and means: the words of the reporting (F1), attributions by source, cue and
content (F1), the providers of the text, and the chains.
"""

from __future__ import annotations

import collections
import re
import statistics
import sys
import tempfile
from pathlib import Path

from audit.capture import capture, target_for
from audit.errors import TracewireError
from audit.model import Audit
from audit.pipeline import audit_capture
from tests.capture.saved_as import AT, printed, snapshot
from tests.report.browser import launched

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
_WORD = re.compile(r"\w+")
Count = collections.Counter[object]


def audit_of(path: Path, url: str | None = None) -> Audit:
    return audit_capture(capture(target_for(str(path), url=url), now=AT))


def address(audit: Audit) -> str | None:
    """The address that the page declares, to be stated for it in every format."""
    canonical = (d.value for d in audit.page.declared if d.name == "canonical" and d.value.startswith("https://"))
    return audit.capture.url or next(canonical, None)


def plain(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold()


def reporting(audit: Audit) -> Count:
    return collections.Counter(
        _WORD.findall(" ".join(b.span.of(audit.page.text) for b in audit.page.blocks if b.reporting))
    )


def attributions(audit: Audit) -> Count:
    def words(spans) -> str:
        return plain(" ".join(span.of(audit.page.text) for span in spans))

    return collections.Counter((words(a.source), words(a.cue), words(a.content)) for a in audit.attributions)


def chains(audit: Audit) -> Count:
    return collections.Counter(
        tuple(plain(n.name or "") if n.type != "publisher" else "" for n in c.nodes) for c in audit.chains
    )


def credited(audit: Audit) -> Count:
    return collections.Counter((c.role, plain(c.outlet.name or "")) for c in audit.credits)


def agreement(ours: Count, theirs: Count) -> float:
    both = 2 * (ours & theirs).total()
    return both / (ours.total() + theirs.total()) if ours or theirs else 1.0


MEASURES = {"reporting": reporting, "attributions": attributions, "credits": credited, "chains": chains}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 50
    found: dict[str, dict[str, list[float]]] = collections.defaultdict(lambda: collections.defaultdict(list))
    failed: list[str] = []
    with launched() as browser, tempfile.TemporaryDirectory() as into:
        for page in sorted(folder.glob("*.html"))[:most]:
            url = address(audit_of(page))
            own = audit_of(page, url)
            saved = {
                "MHTML": snapshot(browser, page, Path(into, "a.mhtml")),
                "PDF, structure": printed(browser, page, Path(into, "tagged.pdf"), tagged=True),
                "PDF, none": printed(browser, page, Path(into, "plain.pdf"), tagged=False),
            }
            for name, path in saved.items():
                try:
                    got = audit_of(path, url)
                except TracewireError as error:
                    failed.append(f"{page.name}, {name}: {error}")
                    continue
                for measure, of in MEASURES.items():
                    found[name][measure].append(agreement(of(own), of(got)))
    print(f"{'':16}" + "".join(f"{m:>22}" for m in MEASURES) + "   mean (median), pages")
    for name, measures in found.items():
        row = "".join(f"{statistics.mean(v):14.3f} ({statistics.median(v):.3f})" for v in measures.values())
        print(f"{name:16}{row}   {len(next(iter(measures.values())))}")
    for line in failed:
        print(line)


if __name__ == "__main__":
    main()
