"""The page as a CSL-JSON item, for citation managers: the agency is the source, not the author and not the publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from audit.model import Audit
from audit.report import visible
from audit.report.archive import names

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def items(audits: Sequence[Audit]) -> str:
    """A CSL-JSON array with an item for each audit, ending in a line feed."""
    return msgspec.json.format(msgspec.json.encode([_item(a) for a in audits]), indent=1).decode("utf-8") + "\n"


def _item(audit: Audit) -> dict[str, object]:
    page = audit.page
    agencies = _agencies(audit)
    item: dict[str, object] = {
        "id": f"{names.slug(audit)}-{names.hash8(audit)}",
        "type": "article-newspaper",
        "title": visible.plain(page.headline or audit.target.name),
    }
    if page.byline and not _same(page.byline, agencies):
        item["author"] = [{"literal": visible.plain(page.byline)}]
    if audit.provenance.publisher.name:
        item["container-title"] = visible.plain(audit.provenance.publisher.name)
    if agencies:
        item["source"] = "; ".join(agencies)
    if page.dateline:
        item["publisher-place"] = visible.plain(page.dateline)
    for name, stamp in (("issued", page.published), ("accessed", audit.capture.captured_at)):
        found = _DATE.match(stamp or "")
        if found:
            item[name] = {"date-parts": [[int(part) for part in found.groups()]]}
    if audit.capture.url:
        item["URL"] = audit.capture.url
    if page.language:
        item["language"] = page.language
    return item


def _agencies(audit: Audit) -> list[str]:
    names_ = [
        e.to.name
        for e in audit.edges
        if e.relation in ("carries", "republished-from", "translated-from", "distributed-by") and e.to.name
    ]
    names_ += [
        c.outlet.name for c in audit.credits if c.role in ("carried", "republished", "distributed") and c.outlet.name
    ]
    return [visible.plain(name) for name in dict.fromkeys(names_)]


def _same(byline: str, agencies: list[str]) -> bool:
    folded = byline.casefold().removeprefix("by ").strip()
    return any(folded == agency.casefold() for agency in agencies)
