"""Texts with which a page might attack its report; each must stay text."""

from __future__ import annotations

from msgspec.structs import replace

from audit.model import (
    Absence,
    Address,
    Attribution,
    Audit,
    Clause,
    Credit,
    Declared,
    Disclaimer,
    Edge,
    Finding,
    Link,
    Markup,
    Node,
    Origin,
    Publisher,
    Quoted,
    Redirect,
    Span,
    Stated,
    Voice,
)
from tests.report import invented

TEXTS = {
    "script": "<script>window.owned=1</script>",
    "handler": '<img src=x onerror="window.owned=1"><svg onload=window.owned=1>',
    "attribute": '" onmouseover="window.owned=1" x=\'',
    "script address": "javascript:window.owned=1",
    "data address": "data:text/html,<script>window.owned=1</script>",
    "closing style": "</style><script>window.owned=1</script>",
    "closing script": "</script><script>window.owned=1</script>",
    "closing svg": "</text></svg><script>window.owned=1</script>",
    "style": "}*{display:none}body{background:url(https://evil.example/x)}",
    "comment": "<!-- --><script>window.owned=1</script><![CDATA[",
    "template": "{{ 7*7 }}{% for x in ().__class__.__mro__ %}{{ x }}{% endfor %}{# #}${7*7}",
    "override": "before \u202egnp.exe\u202c after",
    "isolates": "\u2066\u2067\u2068 a \u202a b",
    "separators": "line\u2028next\u2029last",
    "null": "nul\x00l \x01\x1b[31m",
    "entities": "&lt;script&gt; &amp;#60; &copy;",
    "noncharacters": "\ufffe\uffff\U0001fffe",
    "tags": "\U000e0041\U000e0042 hidden",
    "variation selectors": "a" + "\ufe01" * 300,
    "combining": "a" + "\u0301" * 400,
    "percent": "%s %d %(x)s {0} {x!r}",
    "base": '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example">',
}


def everywhere(text: str) -> Audit:
    """An audit that has `text` in every place where captured or derived words can stand."""
    base = invented.audit()
    whole = f"{text} said {text}."
    first, said = Span(0, len(text)), Span(len(text) + 1, len(text) + 5)
    claim = Span(len(text) + 6, len(whole) - 1)
    quoted = Quoted(0, len(text), text)
    node, voice = Node(text, "outlet"), Voice("unnamed", text, text, text, 0.5, "G1", reason=text, resolved_from=text)
    blocks = (*invented.blocks((("body", whole),)),)
    block = replace(blocks[0], why=text, path=text, links=(Link(text, 0, 1, text),))
    page = replace(
        base.page,
        text=whole,
        blocks=(block,),
        url=text,
        language=text,
        headline=text,
        byline=text,
        dateline=text,
        published=text,
        facts=(),
        declared=tuple(
            Declared(name, text, text)
            for name in ("canonical", "author", "publisher", "provider", "language", "published")
        ),
    )
    evidence = (quoted, Markup(text, text), Address(text, text), Absence(text, text), Stated(text, text))
    finding = Finding(text, text, "error", 1.0, text, evidence, text)
    return replace(
        base,
        ruleset=text,
        tool=text,
        target=replace(base.target, name=text, stated_url=text, stated_publisher=text),
        capture=replace(
            base.capture,
            url=text,
            captured_at=text,
            sha256=text,
            content_type=text,
            charset=text,
            charset_from=text,
            redirects=(Redirect(text, 302, text),),
            headers=((text, text),),
            notes=(text,),
        ),
        page=page,
        provenance=Origin("wire", Publisher(text, text, "declared", "agency", evidence), evidence),
        credits=(Credit("carried", node, text, quoted, 0, len(text), 1.0, text),),
        disclaimers=(
            Disclaimer(
                ("as-is",), 0, len(text), quoted, text, text, text, (Clause("views", 0, len(text), (text,), text),)
            ),
        ),
        attributions=(
            Attribution(
                (first,),
                (said,),
                (claim,),
                "direct",
                voice,
                relayed_by=(text,),
                relay_scope=text,
                relay_basis="inferred",
            ),
        ),
        edges=(Edge(Node(text, "publisher"), "carries", node, "declared", 1.0, evidence, text),),
        chains=(invented.Chain((Node(text, "publisher"), node), (0,), 1, False),),
        findings=(finding, replace(finding, fingerprint=text + "2")),
        profile=replace(base.profile, verdict=text),
    )
