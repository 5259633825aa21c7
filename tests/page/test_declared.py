"""What the markup declares: each source of it, broken and whole."""

from __future__ import annotations

import lxml.html
import pytest

from audit.page.declared import read_declared


def declared(head: str = "", body: str = "", url: str | None = None) -> dict[str, list[str]]:
    html = f"<html lang='en'><head>{head}</head><body>{body}</body></html>"
    tree = lxml.html.fromstring(html)
    found: dict[str, list[str]] = {}
    for said in read_declared(tree, url, html):
        assert said.place
        found.setdefault(said.name, []).append(said.value)
    return found


def ld(content: str) -> str:
    return f'<script type="application/ld+json">{content}</script>'


@pytest.mark.parametrize(
    ("head", "name", "value"),
    [
        ("<title>Port closes | Newsbarn</title>", "title", "Port closes | Newsbarn"),
        ("<link rel='canonical' href='https://a.example/1'>", "canonical", "https://a.example/1"),
        ("<link rel='amphtml' href='https://a.example/amp/1'>", "amphtml", "https://a.example/amp/1"),
        ("<meta property='og:site_name' content='Newsbarn'>", "site-name", "Newsbarn"),
        ("<meta name='Author' content='Ann Brook'>", "author", "Ann Brook"),
        ("<meta name='DC.Source' content='Wirehouse'>", "source-organization", "Wirehouse"),
        ("<meta name='dcterms.rightsHolder' content='Wirehouse'>", "copyright-holder", "Wirehouse"),
        ("<meta name='syndication-source' content='https://b.example/2'>", "syndication-source", "https://b.example/2"),
        ("<meta name='original-source' content='https://b.example/2'>", "original-source", "https://b.example/2"),
        ("<meta name='Googlebot-News' content='noindex'>", "robots", "noindex"),
        ("<meta property='article:published_time' content='2026-01-01'>", "published", "2026-01-01"),
        ("<meta name='parsely-page' content='{\"author\": \"Ann Brook\"}'>", "author", "Ann Brook"),
        ("<link rel='alternate' type='application/rss+xml' href='https://a.example/feed'>", "feed", "https://a.example/feed"),
        ("<link rel='license' href='https://creativecommons.org/licenses/by/4.0/'>", "rights", "https://creativecommons.org/licenses/by/4.0/"),
    ],
)  # fmt: skip
def test_head(head: str, name: str, value: str) -> None:
    assert value in declared(head)[name]


def test_language_and_relative_addresses() -> None:
    found = declared("<link rel='canonical' href='/1'>", url="https://a.example/x")
    assert found["language"] == ["en"]
    assert found["canonical"] == ["https://a.example/1"]


ARTICLE = (
    '"@type":"NewsArticle","headline":"Port","author":{"@type":"Person","name":"Ann Brook"},'
    '"publisher":{"@type":"Organization","name":"Newsbarn"},"provider":{"@type":"Organization","name":"Wirehouse"},'
    '"isBasedOn":"https://b.example/2","dateline":"PORT QUILL"'
)


@pytest.mark.parametrize(
    "content",
    [
        "{" + ARTICLE + "}",
        "[{" + ARTICLE + "}]",
        '{"@graph":[{"@type":"WebSite","name":"Newsbarn"},{' + ARTICLE + "}]}",
        "<!-- {" + ARTICLE + "} -->",
        "//<![CDATA[\n{" + ARTICLE + "}\n//]]>",
        "{" + ARTICLE + ",}",
        "{" + ARTICLE + '\n,"description":"two\nlines"}',
        "{" + ARTICLE + "};",
        "{" + ARTICLE + '}{"@type":"BreadcrumbList"}',
        "{" + ARTICLE + ',"description":"a bad \\x escape"}',
        '{"@type":"WebPage","mainEntity":{' + ARTICLE + "}}",
    ],
)
def test_json_ld_whole_and_broken(content: str) -> None:
    found = declared(ld(content))
    assert found["author"] == ["Ann Brook"]
    assert found["publisher"] == ["Newsbarn"]
    assert found["provider"] == ["Wirehouse"]
    assert found["is-based-on"] == ["https://b.example/2"]
    assert found["dateline"] == ["PORT QUILL"]
    assert "NewsArticle" in found["type"]


def test_references_are_followed() -> None:
    found = declared(
        ld(
            '{"@graph":[{"@type":"NewsArticle","headline":"Port","publisher":{"@id":"#p"}},'
            '{"@type":"NewsMediaOrganization","@id":"#p","name":"Newsbarn","ethicsPolicy":"https://a.example/ethics"}]}'
        )
    )
    assert found["publisher"] == ["Newsbarn"]
    assert found["policy"] == ["https://a.example/ethics"]


@pytest.mark.parametrize(
    "content",
    [
        '{"@type":"ImageObject","copyrightHolder":{"@type":"Person","name":"Wirehouse"}}',
        "{" + ARTICLE.replace('"provider":{"@type":"Organization","name":"Wirehouse"},', "")
        + ',"image":{"@type":"ImageObject","copyrightHolder":"Wirehouse","creditText":"Wirehouse"}}',
        '[{"@type":"NewsArticle","headline":"A"},{"@type":"NewsArticle","headline":"B","provider":"Wirehouse"}]',
    ],
)  # fmt: skip
def test_what_is_said_of_pictures_and_teasers_is_not_said_of_the_text(content: str) -> None:
    found = declared(ld(content))
    assert not {"copyright-holder", "credit-text", "provider"} & found.keys()


@pytest.mark.parametrize("content", ["", "{", "null", "[[[[", '{"@type":', "{" * 5000, '{"a":' * 3000, "\x00"])
def test_rubbish_is_passed_over(content: str) -> None:
    assert "author" not in declared(ld(content))


def test_microdata_in_any_case() -> None:
    """React writes `itemProp` into what it renders on the server."""
    found = declared(
        '<div itemScope itemType="https://schema.org/NewsArticle"><p itemProp="author">Ann Brook</p></div>'
    )
    assert found["author"] == ["Ann Brook"]


def test_microdata_of_the_article_alone() -> None:
    body = (
        "<div itemscope itemtype='https://schema.org/NewsArticle'><span itemprop='author'>Ann Brook</span>"
        "<div itemprop='image' itemscope itemtype='https://schema.org/ImageObject'><i itemprop='author'>Bo Ek</i></div></div>"
    )
    assert declared(body=body)["author"] == ["Ann Brook"]


@pytest.mark.parametrize(
    ("script", "name", "value"),
    [
        ('Fusion.globalContent={"distributor":{"name":"Wirehouse","category":"wires"}};Fusion.y={};', "distributor", "Wirehouse"),
        ('Fusion.globalContent={"distributor":{"name":"Wirehouse","category":"wires"}};', "distributor-category", "wires"),
        ("window.dataLayer=[{'contentSource':'Wirehouse'}];", "distributor", "Wirehouse"),
        ('dataLayer.push({"article":{"articleSource":"Wirehouse","isSyndicated":true}})', "distributor", "Wirehouse"),
        ('dataLayer.push({"isSyndicated": true})', "syndicated", "true"),
        ('utag_data = {"is_sponsored": "yes"}', "sponsored", "yes"),
    ],
)  # fmt: skip
def test_cms_state(script: str, name: str, value: str) -> None:
    assert value in declared(f"<script>{script}</script>")[name]


def test_next_state_of_the_story_and_not_of_teasers() -> None:
    state = '{"props":{"pageProps":{"article":{"sourceName":"Wirehouse"},"related":[{"sourceName":"Otherhouse"}]}}}'
    assert declared(f"<script id='__NEXT_DATA__' type='application/json'>{state}</script>")["distributor"] == [
        "Wirehouse"
    ]


@pytest.mark.parametrize(
    "script", ["dataLayer=[{'contentSource':''}]", "dataLayer=[{contentSource:'undefined'}]", "x={'agency':'y'}"]
)
def test_empty_fields_say_nothing(script: str) -> None:
    assert "distributor" not in declared(f"<script>{script}</script>")


def test_traces() -> None:
    pixel = "<img src='https://counter.theconversation.com/content/1/count.gif'>"
    links = (
        "".join(f"<a href='https://a.example/{i}'>x</a>" for i in range(9))
        + "<a href='https://facebook.com/a'>f</a>" * 30
    )
    found = declared(body=pixel + links)
    assert found["republish-counter"] == ["The Conversation"]
    assert found["link-host"] == ["a.example 9"]


def test_a_c2pa_manifest_in_the_text() -> None:
    content = b"C2PATXT\0\x01" + (20).to_bytes(4, "big") + b"x" * 20
    wrapped = "\ufeff" + "".join(chr(0xFE00 + b) if b < 16 else chr(0xE0100 + b - 16) for b in content)
    assert declared(body=f"<p>Words.{wrapped}</p>")["c2pa-text"] == ["manifest store of 20 bytes"]
    assert "c2pa-text" not in declared(body="<p>Words.\ufeff\ufe0f</p>")


def test_values_are_bounded_and_told_once() -> None:
    found = declared("<meta name='author' content='A'>" * 50 + f"<meta name='description' content='{'x' * 5000}'>")
    assert found["author"] == ["A"]
    assert len(found["description"][0]) == 600


def test_a_mirrored_page_names_its_host() -> None:
    comment = "<!-- Mirrored from newsbarn.example/1.html by HTTrack Website Copier/3.x -->"
    assert declared(head=comment)["saved-from"] == ["http://newsbarn.example/1.html"]
    assert "saved-from" not in declared(body="<p>The painting was mirrored from newsbarn.example/1.html by hand.</p>")


def test_without_the_html_everything_is_looked_for() -> None:
    tree = lxml.html.fromstring(
        "<html><body><div itemscope itemtype='https://schema.org/NewsArticle'><meta itemprop='author' content='AFP'></div>"
        "<img src='https://counter.theconversation.com/content/1/count.gif'></body></html>"
    )
    assert {"author", "republish-counter"} <= {said.name for said in read_declared(tree, None)}
