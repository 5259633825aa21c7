"""An audit as a short message for a newsroom's chat, in Markdown."""

from __future__ import annotations

import re

from audit.model import LEVELS, Audit
from audit.report import anchors, answers, chain_graph, visible, wording

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&@:])")
_WEB = re.compile(r"https?://[^\s()<>\[\]\"'\\]{1,1000}", re.IGNORECASE)
_MOST = 6


def message(audit: Audit) -> str:
    """Headline, verdict, chain, disclaimers and the gravest findings; what the page says cannot format anything."""
    title = _plain(audit.page.headline or audit.target.name)
    address = audit.capture.url or ""
    head = f"[{title}](<{address}>)" if _WEB.fullmatch(address) else title
    lines = [f"**{head}**", "", _plain(audit.profile.verdict), "", f"Chain: {_chain(audit)}"]
    for term, found in (
        ("Whose text", answers.whose_text(audit)),
        ("Cites", answers.cited(audit)),
        ("Disclaimed", answers.disclaimed(audit)),
    ):
        if found:
            lines.append(f"{term}: {_plain('; '.join(found))}")
    order = sorted(audit.findings, key=lambda f: -LEVELS.index(f.level))
    if order:
        lines.append("")
    lines += [f"- `{anchors.code(f)}` {f.level}: {_plain(f.message)}" for f in order[:_MOST]]
    if len(order) > _MOST:
        lines.append(f"- and {len(order) - _MOST} more")
    lines += [
        "",
        f"_{_plain(audit.tool)}, rule set {_plain(audit.ruleset)}, captured {_plain(audit.capture.captured_at)}_",
    ]
    return "\n".join(lines) + "\n"


def _chain(audit: Audit) -> str:
    parts: list[str] = []
    for node, index in chain_graph.main_path(audit):
        if index is not None and 0 <= index < len(audit.edges):
            edge = audit.edges[index]
            basis = f" ({edge.basis})" if edge.basis in ("inferred", "stated") else ""
            parts.append(f"{wording.RELATIONS[edge.relation]}{basis} →")
        name = _plain(wording.node_name(node))
        parts.append(f"_{name}_" if chain_graph.hollow(node) else f"**{name}**")
    return " ".join(parts)


def _plain(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", visible.plain(words))
