"""Page skeletons as publishing systems make them: the same story in the markup of a dozen of them.

Each takes a `Story`, whose slots hold HTML, and gives a whole page. Around the article stand a menu, share buttons, teasers, a newsletter
box and a footer, as on real pages, so that every slot has its usual neighbours.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple


class Story(NamedTuple):
    """What is put into a skeleton; every string is HTML, empty where the page has nothing there."""

    language: str
    site: str
    host: str
    path: str
    headline: str
    paragraphs: tuple[str, ...]
    teasers: tuple[str, ...]
    words: dict[str, str]
    label: str
    byline: str
    above: tuple[str, ...]
    caption: str
    tail: tuple[str, ...]
    footer: str
    head: str
    state: dict[str, object]
    date: str

    @property
    def url(self) -> str:
        """The page's own address."""
        return f"https://{self.host}{self.path}"


def _tags(story: Story, *, canonical: bool = True, extra: str = "") -> str:
    own = f'<link rel="canonical" href="{story.url}">' if canonical and "rel='canonical'" not in story.head else ""
    name = f'<meta property="og:site_name" content="{story.site}">' if story.site else ""
    return (
        f'<meta charset="utf-8"><title>{story.headline} - {story.site or story.host}</title>{own}{name}'
        f'<meta property="og:title" content="{story.headline}"><meta property="og:type" content="article">{extra}{story.head}'
    )


def _page(story: Story, head: str, body: str, attributes: str = "") -> str:
    direction = ' dir="rtl"' if story.language in ("ar", "fa", "ur", "he") else ""
    return f'<!DOCTYPE html><html lang="{story.language}"{direction}{attributes}><head>{head}</head><body>{body}</body></html>'


def _menu(story: Story) -> str:
    items = "".join(f'<li><a href="/{i}">{word}</a></li>' for i, word in enumerate(story.words["menu"].split("|")))
    return f'<nav class="main-menu"><ul>{items}</ul></nav>'


def _each(lines: tuple[str, ...], form: str = "<p>{}</p>") -> str:
    return "".join(form.format(line) for line in lines)


def _teasers(story: Story, form: str = '<li><a href="/r{0}">{1}</a></li>') -> str:
    return "".join(form.format(i, teaser) for i, teaser in enumerate(story.teasers))


def _figure(story: Story) -> str:
    return f'<figure><img src="/a.jpg" alt=""><figcaption>{story.caption}</figcaption></figure>' if story.caption else ""


def wordpress(story: Story) -> str:
    """A WordPress theme: entry header with posted-on line, post footer with tags, related posts, widgets."""
    label = f'<span class="cat-links"><a href="/c">{story.label}</a></span>' if story.label else ""
    byline = f'<span class="byline"><span class="author vcard">{story.byline}</span></span>' if story.byline else ""
    return _page(
        story,
        _tags(story, extra='<meta name="generator" content="WordPress 6.4">'),
        f'<header id="masthead"><p class="site-title"><a href="/">{story.site}</a></p>{_menu(story)}</header>'
        f'<div id="content"><main id="main"><article class="post hentry"><header class="entry-header">{label}'
        f'<h1 class="entry-title">{story.headline}</h1>{_each(story.above)}<div class="entry-meta"><span class="posted-on">'
        f'<time datetime="2026-05-04T09:00:00Z">{story.date}</time></span>{byline}</div></header>{_figure(story)}'
        f'<div class="entry-content">{_each(story.paragraphs)}{_each(story.tail)}'
        f'<div class="sharedaddy"><h3>{story.words["share"]}</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">X</a></li></ul></div>'
        f'</div><footer class="entry-footer"><span class="tags-links"><a href="/t/1">{story.words["topic"]}</a></span></footer></article>'
        f'<div class="related-posts"><h3>{story.words["related"]}</h3><ul>{_teasers(story)}</ul></div></main>'
        f'<aside class="widget-area"><section class="widget"><h2>{story.words["newsletter"]}</h2></section></aside></div>'
        f'<footer id="colophon"><p>© 2026 {story.site or story.host}</p><p>{story.footer}</p></footer>',
    )


def arc(story: Story) -> str:
    """Arc XP: content in `Fusion.globalContent`, chains and features as divs."""
    state = {"type": "story", "headlines": {"basic": story.headline}, **story.state}
    script = f"<script>window.Fusion=window.Fusion||{{}};Fusion.arcSite='x';Fusion.globalContent={json.dumps(state)};Fusion.spa=false;</script>"
    label = f'<div class="c-overline"><a href="/o">{story.label}</a></div>' if story.label else ""
    byline = f'<div class="b-byline"><span class="b-byline__names">{story.byline}</span></div>' if story.byline else ""
    return _page(
        story,
        _tags(story) + script,
        f'<div id="fusion-app"><header class="b-header">{_menu(story)}</header><section class="b-right-rail"><main>{label}'
        f'<h1 class="b-headline">{story.headline}</h1>{_each(story.above, "<h2 class=b-subheadline>{}</h2>")}{byline}'
        f'<time class="b-date">{story.date}</time>{_figure(story)}<article class="b-article-body">'
        f'{_each(story.paragraphs, "<p class=c-paragraph>{}</p>")}{_each(story.tail, "<p class=c-paragraph>{}</p>")}</article>'
        f'<div class="b-tag-cloud"><a href="/t">{story.words["topic"]}</a></div></main><aside><div class="b-results-list">'
        f'<h2>{story.words["related"]}</h2>{_teasers(story, "<div class=b-item><a href=/r{0}><h3>{1}</h3></a></div>")}</div></aside></section>'
        f'<footer class="b-footer"><p>{story.footer}</p><p>© 2026 {story.site or story.host}</p></footer></div>',
    )


def drupal(story: Story) -> str:
    """Drupal: fields, each in a div of its own."""
    label = f'<div class="field field--name-field-kicker">{story.label}</div>' if story.label else ""
    byline = f'<div class="field field--name-field-author">{story.byline}</div>' if story.byline else ""
    tail = _each(story.tail, '<div class="field field--name-field-source"><div class="field__item">{}</div></div>')
    return _page(
        story,
        _tags(story, extra='<meta name="Generator" content="Drupal 10">'),
        f'<div class="layout-container"><header role="banner">{_menu(story)}</header><main role="main"><div class="region-content">'
        f'<article class="node node--type-article">{label}<h1 class="page-title"><span>{story.headline}</span></h1>'
        f'{_each(story.above, "<div class=field--name-field-lead><p>{}</p></div>")}<div class="node__meta">{byline}'
        f'<div class="field--name-created">{story.date}</div></div>{_figure(story)}'
        f'<div class="node__content"><div class="field field--name-body">{_each(story.paragraphs)}</div>{tail}</div></article>'
        f'<div class="views-element-container"><h2>{story.words["related"]}</h2>'
        f'{_teasers(story, "<div class=views-row><a href=/r{0}>{1}</a></div>")}</div></div></main>'
        f'<footer role="contentinfo"><p>{story.footer}</p><p>Copyright © 2026 {story.site or story.host}</p></footer></div>',
    )


def next_js(story: Story) -> str:
    """A Next.js front end: hashed class names, the state in `__NEXT_DATA__`."""
    data = {"props": {"pageProps": {"article": {"title": story.headline, **story.state}}}, "page": "/[slug]"}
    label = f'<span class="Kicker_k__1a2b3">{story.label}</span>' if story.label else ""
    byline = f'<div class="Meta_author__9x8y7">{story.byline}</div>' if story.byline else ""
    return _page(
        story,
        _tags(story),
        f'<div id="__next"><div class="Nav_n__77aa1">{_menu(story)}</div><main class="Layout_main__x1"><div class="Head_h__q2">{label}'
        f'<h1 class="Head_t__q3">{story.headline}</h1>{_each(story.above, "<p class=Head_d__q4>{}</p>")}{byline}'
        f'<div class="Meta_date__z1">{story.date}</div></div>{_figure(story)}<div class="Body_b__w1">'
        f'{_each(story.paragraphs, "<div class=Body_p__w2><p>{}</p></div>")}{_each(story.tail, "<div class=Body_p__w2><p>{}</p></div>")}</div>'
        f'<div class="Share_s__e1"><button>{story.words["share"]}</button></div><section class="More_m__r1"><h2>{story.words["related"]}</h2>'
        f'{_teasers(story, "<a class=Card_c__r2 href=/r{0}><h3>{1}</h3></a>")}</section></main>'
        f'<footer class="Foot_f__t1"><div>{story.footer}</div><div>© {story.site or story.host}</div></footer></div>'
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data)}</script>',
    )


def amp(story: Story) -> str:
    """An AMP page."""
    byline = f'<p class="amp-byline">{story.byline}</p>' if story.byline else ""
    label = f'<p class="amp-label">{story.label}</p>' if story.label else ""
    return _page(
        story,
        _tags(story),
        f'<header class="amp-header"><a href="/">{story.site}</a></header><article class="amp-article"><header>{label}'
        f'<h1 class="amp-title">{story.headline}</h1>{_each(story.above)}{byline}<p class="amp-date">{story.date}</p></header>'
        f'{_figure(story)}<div class="amp-content">{_each(story.paragraphs)}{_each(story.tail)}</div></article>'
        f'<amp-list class="amp-related"><h3>{story.words["related"]}</h3><ul>{_teasers(story)}</ul></amp-list>'
        f'<footer class="amp-footer"><p>{story.footer}</p><p>© 2026 {story.site or story.host}</p></footer>',
        " amp",
    )


def blogger(story: Story) -> str:
    """Blogger: the post as one div with line breaks."""
    label = f'<div class="post-labels">{story.label}</div>' if story.label else ""
    byline = f'<span class="post-author">{story.byline}</span>' if story.byline else ""
    body = "<br><br>".join((*story.above, *story.paragraphs, *story.tail))
    return _page(
        story,
        _tags(story, extra='<meta content="blogger" name="generator">'),
        f'<div class="header"><h2 class="title">{story.site}</h2></div><div class="main section"><div class="date-outer">'
        f'<h4 class="date-header">{story.date}</h4><div class="post hentry">{label}<h3 class="post-title entry-title">{story.headline}</h3>'
        f'<div class="post-body entry-content">{_figure(story)}{body}</div><div class="post-footer">{byline}'
        f'<span class="post-comment-link"><a href="#c">0 comments</a></span></div></div></div></div>'
        f'<div class="sidebar"><div class="widget PopularPosts"><h2>{story.words["related"]}</h2><ul>{_teasers(story)}</ul></div></div>'
        f'<div class="footer"><p>{story.footer}</p></div>',
    )


def portal(story: Story) -> str:
    """A large East Asian or Middle Eastern portal: an info line under the title, an editor's line under the text."""
    info = f'<div class="article-info"><span class="time">{story.date}</span> <span class="from">{story.byline}</span></div>'
    label = f'<div class="ad-mark">{story.label}</div>' if story.label else ""
    return _page(
        story,
        _tags(story),
        f'<div class="channel">{_menu(story)}</div><div class="main-content w1240"><div class="path"><a href="/">{story.site}</a> &gt; '
        f'<a href="/n">{story.words["topic"]}</a></div>{label}<h1 class="main-title">{story.headline}</h1>{info}{_each(story.above)}'
        f'<div class="article" id="artibody">{_figure(story)}{_each(story.paragraphs)}{_each(story.tail)}</div>'
        f'<div class="share-bar"><a href="#">{story.words["share"]}</a></div><div class="hot-news"><h3>{story.words["related"]}</h3><ul>'
        f'{_teasers(story)}</ul></div></div><div class="footer"><p>{story.footer}</p><p>Copyright © 2026 {story.host}</p></div>',
    )


def blox(story: Story) -> str:
    """A North American local paper: asset header, body in div.subscriber-preview, comment rules."""
    byline = f'<ul class="list-inline"><li><span class="tnt-byline">{story.byline}</span></li></ul>' if story.byline else ""
    label = f'<span class="label label-flag">{story.label}</span>' if story.label else ""
    return _page(
        story,
        _tags(story),
        f'<div id="site-header-container">{_menu(story)}</div><article class="asset"><header class="asset-header">{label}'
        f'<h1 class="headline">{story.headline}</h1>{_each(story.above)}<div class="meta">{byline}<time>{story.date}</time></div></header>'
        f'{_figure(story)}<div class="asset-content"><div class="asset-body"><div class="subscriber-preview">'
        f'{"</div><div class=subscriber-only>".join(f"<p>{p}</p>" for p in story.paragraphs)}</div>'
        f'{_each(story.tail, "<div class=tail><p>{}</p></div>")}</div></div></article>'
        f'<div class="block-related"><h3>{story.words["related"]}</h3>{_teasers(story, "<div class=card><h4><a href=/r{0}>{1}</a></h4></div>")}</div>'
        f'<footer id="site-footer"><p>© Copyright 2026 {story.site or story.host}</p><p>{story.footer}</p></footer>',
    )


def tables(story: Story) -> str:
    """A site of 2004: layout by tables, text between line breaks, fonts."""
    body = "<br><br>\n".join(story.paragraphs)
    tail = "<br>\n".join(story.tail)
    above = "<br>".join(filter(None, (story.label, *story.above)))
    return _page(
        story,
        _tags(story, canonical=False),
        f'<table width="960"><tr><td colspan="3">{_menu(story)}</td></tr><tr><td valign="top" width="160"><font size="1">'
        f'{"<br>".join(story.teasers)}</font></td><td valign="top">{above}<h1><font size="5">{story.headline}</font></h1>'
        f'<font size="2"><b>{story.byline}</b><br>{story.date}</font><br>{_figure(story)}<br><font size="3">{body}</font><br><br>{tail}</td>'
        f'<td valign="top"><b>{story.words["related"]}</b></td></tr><tr><td colspan="3"><font size="1">{story.footer}<br>'
        f"© 2004-2026 {story.site or story.host}</font></td></tr></table>",
    )


def soup(story: Story) -> str:
    """Divs alone, the byline and credit in spans without telling class names, the headline twice."""
    byline = f"<div><span>{story.byline}</span> <span>{story.date}</span></div>" if story.byline else f"<div><span>{story.date}</span></div>"
    label = f"<div><span>{story.label}</span></div>" if story.label else ""
    return _page(
        story,
        _tags(story),
        f"<div><div>{_menu(story)}</div><div><div>{label}<h1>{story.headline}</h1>{_each(story.above, '<div>{}</div>')}{byline}</div>"
        f"<div>{_figure(story)}{_each(story.paragraphs, '<div><p>{}</p></div>')}{_each(story.tail, '<div>{}</div>')}</div>"
        f'<div><div>{story.words["related"]}</div>{_teasers(story, "<div><a href=/r{0}>{1}</a></div>")}</div></div>'
        f"<div><div>{story.footer}</div></div></div>",
    )


SKELETONS: dict[str, Callable[[Story], str]] = {
    "wordpress": wordpress, "arc": arc, "drupal": drupal, "next": next_js, "amp": amp, "blogger": blogger, "portal": portal,
    "blox": blox, "tables": tables, "soup": soup,
}  # fmt: skip
"""By name."""
