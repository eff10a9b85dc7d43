"""Shapes of news pages, invented after what publishing systems do: where the day stands, and what misleads.

A row of the table is a page; its parts are format strings over `Facts` (`{f.pub:%Y-%m-%d}`).
"""

# ruff: noqa: E501 markup is easier to read on a line of its own than broken

from __future__ import annotations

from pages.shape import Shape

ISO = "{f.pub:%Y-%m-%dT%H:%M:%S}"
CARDS = "".join(
    f"<div class='item'><a href='/x{n}'>Another story of the coast, number {n}</a> "
    f"<time datetime='{{f.rel[{n}]:%Y-%m-%d}}'>{{f.rel[{n}]:%d %b %Y}}</time></div>"
    for n in range(6)
)
PLAIN_CARDS = "".join(
    f"<li><a href='/y{n}'>Story number {n}</a> <span>{{f.rel[{n}]:%B %d, %Y}}</span></li>" for n in range(6)
)


def article(byline: str = "", above: str = "", below: str = "") -> str:
    """A page's main part: what stands above the headline, the headline, the byline, the text, what stands below."""
    return f"<main><article>{above}<h1>{{f.title}}</h1>{byline}{{f.text}}</article>{below}</main>"


ASIDE = f"<aside class='related'><h3>Related</h3>{CARDS}</aside>"
WORDPRESS = (
    "<div class='entry-meta'><span class='posted-on'>Posted on <a href='{f.host}/?p=7' rel='bookmark'>"
    "<time class='entry-date published' datetime='" + ISO + "+00:00'>{f.pub:%B %d, %Y}</time>"
    "<time class='updated' datetime='{f.upd:%Y-%m-%dT%H:%M:%S}+00:00'>{f.upd:%B %d, %Y}</time></a></span></div>"
)
GRAPH = (
    '<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"{f.site}"}},'
    '{{"@type":"BreadcrumbList","itemListElement":[]}},{{"@type":"NewsArticle","headline":"{f.title}","datePublished":"'
    + ISO
    + '+02:00","dateModified":"{f.upd:%Y-%m-%dT%H:%M:%S}+02:00","publisher":{{"@id":"#org"}}}},'
    '{{"@type":"Organization","@id":"#org","name":"{f.site}"}}]}}</script>'
)
OTHERS_FIRST = (
    '<script type="application/ld+json">{{"@type":"ItemList","itemListElement":[{{"@type":"NewsArticle","headline":"Another '
    'story","datePublished":"{f.rel[0]:%Y-%m-%d}"}},{{"@type":"NewsArticle","headline":"One more","datePublished":'
    '"{f.rel[3]:%Y-%m-%d}"}}]}}</script><script type="application/ld+json">[{{"@type":["Article","NewsArticle"],'
    '"headline":"{f.title}","datePublished":"{f.pub:%Y-%m-%d}"}}]</script>'
)
BROKEN = (
    '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"A "broken" one","datePublished":"'
    + ISO
    + '","dateModified":"{f.upd:%Y-%m-%d}",}}</script>'
)

META = f"<meta property='article:published_time' content='{ISO}+01:00'>"
MODIFIED = "<meta property='article:modified_time' content='{f.upd:%Y-%m-%dT%H:%M:%S}+01:00'>"
TODAY_BAR = "<div class='topbar'><span class='date'>{f.saved:%A, %B %d, %Y}</span></div>"
PLAIN_BAR = "<div id='hd'><span>{f.saved:%A %d %B %Y}</span></div>"

SHAPES = (
    Shape("OpenGraph, updated later", article(below=ASIDE), META + MODIFIED),
    Shape("OpenGraph, modified first", article(below=ASIDE), MODIFIED + META),
    Shape("JSON-LD graph with references", article(below=ASIDE), GRAPH),
    Shape("JSON-LD of other stories first", article(below=ASIDE), OTHERS_FIRST, TODAY_BAR),
    Shape("JSON-LD that does not parse", article(), BROKEN),
    Shape("WordPress, posted on", article(WORDPRESS, below=ASIDE), top=TODAY_BAR),
    Shape(
        "WordPress, plain theme, sidebar of recent posts",
        article(
            "<p class='post-meta'>By {f.author} on {f.pub:%B %d, %Y}</p>",
            below=f"<div id='secondary'><div class='widget widget_recent_entries'><ul>{PLAIN_CARDS}</ul></div></div>",
        ),
    ),
    Shape(
        "Drupal, submitted by",
        article("<div class='submitted'>Submitted by {f.author} on {f.pub:%a, %m/%d/%Y - %H:%M}</div>", below=ASIDE),
        lang="en-US",
    ),
    Shape(
        "Drupal, Dublin Core",
        article(),
        "<meta name='dcterms.date' content='" + ISO + "+00:00'><meta name='dcterms.modified' "
        "content='{f.upd:%Y-%m-%dT%H:%M:%S}+00:00'>",
    ),
    Shape("Dublin Core, issued", article(), "<meta name='DC.date.issued' content='{f.pub:%Y-%m-%d}'>"),
    Shape("Journal, citation fields", article(), "<meta name='citation_publication_date' content='{f.pub:%Y/%m/%d}'>"),
    Shape("Parsely", article(), f"<meta name='parsely-pub-date' content='{ISO}Z'>" + MODIFIED),
    Shape("Sailthru", article(), "<meta name='sailthru.date' content='{f.pub:%a, %d %b %Y %H:%M:%S} +0000'>"),
    Shape(
        "Microdata, published and modified",
        article(
            "<div><meta itemprop='dateModified' content='{f.upd:%Y-%m-%d}'><span itemprop='datePublished' content='{f.pub:%Y-%m-%d}'>"
            "{f.pub:%d.%m.%y}</span></div>",
            below=ASIDE,
        ),
    ),
    Shape(
        "Microdata on a time element",
        article(
            "<p>Updated <time itemprop='dateModified' datetime='{f.upd:%Y-%m-%d}'>{f.upd:%d %B %Y}</time> Published "
            "<time itemprop='datePublished' datetime='{f.pub:%Y-%m-%d}'>{f.pub:%d %B %Y}</time></p>"
        ),
    ),
    Shape(
        "HTML5 pubdate", article(f"<time pubdate datetime='{ISO}'>{{f.pub:%d %b}}</time>", below=ASIDE), top=PLAIN_BAR
    ),
    Shape(
        "Wire, date below the headline",
        article("<div class='date-line'>{f.pub:%B %d, %Y} {f.pub:%I:%M %p} ET</div>", below=ASIDE),
        top=TODAY_BAR,
        lang="en-US",
        weekday=True,
    ),
    Shape(
        "Wire, updated ago",
        article(
            "<div class='timestamps'><span>{f.pub:%B %d, %Y}</span> <span>{f.pub:%I:%M %p} GMT</span> <span>Updated {f.upd:%B %d, %Y}"
            "</span></div>",
            below=ASIDE,
        ),
        weekday=True,
    ),
    Shape(
        "Wire, dateline in the text",
        article().replace(
            "{f.text}",
            "<p>PORT ELM, {f.pub:%b} {f.pub.day}, {f.pub:%Y} (Reuters) - "
            "The harbour council met again, after weeks of talks with the union and the company.</p>{f.text}",
        ),
    ),
    Shape(
        "Britain, figures with the day first",
        article("<p class='byline'>Published: {f.pub:%d/%m/%Y} {f.pub:%H:%M}</p>"),
        lang="en-GB",
    ),
    Shape(
        "Britain, two figures for the year",
        article("<p class='info'>By {f.author} | {f.pub:%d/%m/%y}, {f.pub:%H:%M}</p>"),
        lang="en-GB",
        weekday=True,
    ),
    Shape(
        "America, figures with the month first",
        article("<p class='byline'>Posted {f.pub:%m/%d/%Y} {f.pub:%I:%M %p}</p>"),
        lang="en-US",
    ),
    Shape(
        "Date above the headline",
        article(above="<div class='kicker'>Harbour</div><div class='when'>{f.pub:%d %B %Y}</div>", below=ASIDE),
        top=PLAIN_BAR,
    ),
    Shape("Date only in the address", article(below=ASIDE), path="/{f.pub:%Y/%m/%d}/{f.slug}", top=TODAY_BAR),
    Shape(
        "Date only in the address, month by name",
        article(below=ASIDE),
        path="/world/{f.pub:%Y}/{month}/{f.pub:%d}/{f.slug}",
    ),
    Shape(
        "Date only in the address, run together",
        article(below=ASIDE),
        path="/a/{f.slug}-{f.pub:%Y%m%d}.html",
        top=PLAIN_BAR,
    ),
    Shape(
        "Only month in the address",
        article("<p class='byline'>{f.author}, {f.pub:%d %B %Y}</p>", below=ASIDE),
        path="/{f.pub:%Y/%m}/{f.slug}",
    ),
    Shape(
        "Byline in a sentence's shape",
        article("<p>By {f.author}, {f.site}. Published {f.pub:%A, %d %B %Y}, {f.pub:%H:%M}</p>"),
    ),
    Shape(
        "Byline, updated before published",
        article(
            "<ul class='meta'><li>Last updated: {f.upd:%d %B %Y}</li><li>First published: {f.pub:%d %B %Y}</li></ul>"
        ),
    ),
    Shape(
        "First published below the text",
        article(below="<p>This story was first published on {f.pub:%d %B %Y}.</p>"),
        top=TODAY_BAR,
    ),
    Shape(
        "Table layout of old",
        "<table><tr><td><h1>{f.title}</h1><font size=1>{f.pub:%d-%b-%Y}</font>{f.text}</td><td>"
        + PLAIN_CARDS
        + "</td></tr></table>",
    ),
    Shape("Seconds since 1970", article(), "<meta name='publish_date' content='{seconds}'>"),
    Shape(
        "German, Stand and date",
        article("<div class='metatext'>Stand: {f.pub:%d.%m.%Y} {f.pub:%H:%M} Uhr</div>", below=ASIDE),
        language="de",
        top="<div class='heute'>{f.saved:%d.%m.%Y}</div>",
    ),
    Shape(
        "German, published and updated",
        article(
            "<p class='autor'>Von {f.author}</p><p>Veröffentlicht am {said[de]} – Aktualisiert am {f.upd:%d.%m.%Y}</p>"
        ),
        language="de",
    ),
    Shape("German, two figures", article("<span class='datum'>{f.pub:%d.%m.%y}</span>"), language="de"),
    Shape(
        "Russian, date by name",
        article("<div class='news-date'>{said[ru]}, {f.pub:%H:%M}</div>", below=ASIDE),
        language="ru",
        top="<div class='today'>{f.saved:%d.%m.%Y}</div>",
    ),
    Shape(
        "Russian, time before figures",
        article(
            "<span class='article__time'>{f.pub:%H:%M} {f.pub:%d.%m.%Y}</span> <span>(обновлено: "
            "{f.upd:%H:%M %d.%m.%Y})</span>",
            below=ASIDE,
        ),
        language="ru",
    ),
    Shape(
        "Russian, Moscow time after midnight",
        article(),
        "<meta property='article:published_time' content='{f.pub:%Y-%m-%d}T00:20:00+03:00'>"
        "<meta name='mediator_published_time' content='{f.pub:%Y-%m-%d}T00:20:00+03:00'>",
        language="ru",
    ),
    Shape(
        "Russian, universal time and the date of Moscow",
        article("<div class='date'>{said[ru]}, 02:30</div>"),
        "<meta property='article:published_time' content='{yesterday:%Y-%m-%d}T23:30:00Z'>",
        language="ru",
    ),
    Shape(
        "Spanish, published and updated",
        article("<p class='fecha'>Publicado el {said[es]} · Actualizado el {f.upd:%d/%m/%Y}</p>", below=ASIDE),
        language="es",
    ),
    Shape(
        "Spanish, figures",
        article("<div class='autor'>{f.author} - {f.pub:%d/%m/%Y} - {f.pub:%H:%M}</div>"),
        language="es",
        top="<div class='fecha-hoy'>{f.saved:%d/%m/%Y}</div>",
    ),
    Shape(
        "French",
        article("<p class='auteur'>Par {f.author}, publié le {said[fr]} à {f.pub:%H}h{f.pub:%M}</p>", below=ASIDE),
        language="fr",
    ),
    Shape("Italian", article("<div class='data'>{said[it]}</div>"), language="it"),
    Shape("Polish", article("<span class='data'>Opublikowano: {said[pl]}</span>"), language="pl"),
    Shape("Portuguese", article("<p>{f.author} — {said[pt]} - {f.pub:%Hh%M}</p>"), language="pt"),
    Shape(
        "A field in the future",
        article("<p class='byline'>By {f.author} | {f.pub:%B %d, %Y}</p>"),
        "<meta name='date' content='{f.future:%Y-%m-%d}'><meta property='article:published_time' content='{f.future:%Y-%m-%d}'>",
        weekday=True,
    ),
    Shape(
        "Moved to another system",
        article("<p class='byline'>Published: {f.pub:%d %B %Y}</p>"),
        "<meta property='article:published_time' content='{f.moved:%Y-%m-%d}T09:00:00Z'>",
        path="/{f.pub:%Y/%m/%d}/{f.slug}",
    ),
    Shape(
        "Epoch in the field",
        article("<p class='byline'>{f.pub:%d %B %Y}</p>"),
        "<meta property='article:published_time' content='1970-01-01T00:00:00Z'>",
    ),
    Shape(
        "Two fields, one renewed",
        article(),
        f"<meta name='pubdate' content='{ISO}'><meta property='article:published_time' "
        "content='{f.upd:%Y-%m-%dT%H:%M:%S}'>" + MODIFIED,
    ),
    Shape(
        "Evening in New York, universal time",
        article("<p class='byline'>By {f.author}, {f.pub:%B %d, %Y}</p>"),
        "<meta property='article:published_time' content='{tomorrow:%Y-%m-%d}T02:15:00Z'>",
        lang="en-US",
    ),
    Shape(
        "Comments and related stories with dates",
        article(
            "<p class='meta'>{f.pub:%d %B %Y}</p>",
            below="<section id='comments'><h2>Comments</h2>"
            "<div>anna, {f.rel[3]:%d %B %Y}: I was there.</div><div>bert, {f.rel[4]:%d %B %Y}: So was I.</div></section>"
            + ASIDE,
        ),
    ),
    Shape(
        "Division soup of a page builder",
        "<div class='elementor-widget elementor-widget-heading'><h1>{f.title}</h1></div><div "
        "class='elementor-widget elementor-widget-post-info'><ul><li>{f.author}</li><li>{f.pub:%B %d, %Y}</li></ul></div><div "
        "class='elementor-widget'>{f.text}</div><div class='elementor-widget elementor-widget-posts'>"
        + PLAIN_CARDS
        + "</div>",
        top=PLAIN_BAR,
    ),
    Shape(
        "Live page, time of the last entry",
        article(
            "<p>Published {f.pub:%d %B %Y} {f.pub:%H:%M}</p><div class='entry'><time datetime="
            "'{f.upd:%Y-%m-%dT%H:%M}'>{f.upd:%d %B %H:%M}</time></div>"
        ),
        MODIFIED,
    ),
    Shape(
        "Press release, date in bold",
        "<div id='content'><h2 class='title'>{f.title}</h2><p><strong>{f.pub:%d %B %Y}</strong></p>{f.text}</div>",
    ),
    Shape("No date, related stories with dates", article(below=ASIDE), dated=False),
    Shape("No date, today in the bar", article(), top=TODAY_BAR, dated=False),
    Shape("No date, today without a class", article(), top=PLAIN_BAR, dated=False),
    Shape("No date, only the copyright", article(), dated=False),
    Shape("No date, only the later version's", article(), MODIFIED, dated=False),
    Shape(
        "No date, only comments' dates",
        article(below="<div class='comments'><p>anna wrote on {f.rel[0]:%d %B %Y}: I was there.</p></div>"),
        dated=False,
    ),
    Shape(
        "No date, a date within the text",
        article().replace(
            "{f.text}",
            "{f.text}<p>The pier was opened on {f.rel[0]:%d %B %Y} and closed "
            "again some years later, when the railway came to the town.</p>",
        ),
        dated=False,
    ),
    Shape(
        "Header of its own, date in small print",
        "<header><h1>{f.title}</h1><small>{f.author}, {f.pub:%d %b %Y}</small></header><div class='body'>{f.text}</div>",
        top=PLAIN_BAR,
    ),
    Shape(
        "Date below the first picture",
        article(
            "<figure><img src='/i/{f.upd:%Y}/{f.upd:%m}/p.jpg'><figcaption>The pier in winter</figcaption></figure><div class='info'>{f.pub:%d %B %Y}</div>",
            below=ASIDE,
        ),
    ),
    Shape(
        "Press release, list of terms",
        article("<dl><dt>Date</dt><dd>{f.pub:%d %B %Y}</dd><dt>Place</dt><dd>Port Elm</dd></dl>"),
    ),
    Shape(
        "Headline without a heading",
        "<div class='story'><div class='headline'>{f.title}</div><div class='dateline'>{f.pub:%B %d, %Y}</div>{f.text}</div>",
    ),
    Shape(
        "Logo as first heading",
        "<h1 class='logo'>{f.site}</h1><div class='story'><h2>{f.title}</h2><p class='by'>{f.author} | {f.pub:%B %d, %Y}</p>{f.text}</div>",
        top=PLAIN_BAR,
    ),
    Shape(
        "Date alone at the end",
        article().replace("{f.text}", "{f.text}<p class='date'>{f.pub:%d %B %Y}</p>"),
        top=TODAY_BAR,
    ),
    Shape(
        "Date in an attribute for scripts", article("<span class='ago' data-published='" + ISO + "Z'>long ago</span>")
    ),
    Shape(
        "Today above the headline in its own header",
        "<header><div>{f.saved:%d %B %Y}</div><h1>{f.title}</h1></header><p class='by'>By {f.author}, {f.pub:%d %B %Y}</p>{f.text}",
    ),
    Shape(
        "A field with the day of saving, a byline with the right one",
        article("<p class='byline'>{f.author} · {f.pub:%d %B %Y}</p>"),
        "<meta name='date' content='{f.saved:%Y-%m-%d}'>",
        weekday=True,
    ),
    Shape(
        "Breadcrumb of the archive",
        article(
            above="<ol class='crumbs'><li>Archive</li><li>{f.pub:%Y}</li></ol>",
            byline="<p>{f.pub:%A, %B %d, %Y}</p>",
            below=ASIDE,
        ),
    ),
    Shape(
        "No date, the day of a match below the headline",
        article("<p>Kick-off on {f.rel[0]:%d %B %Y} at eight</p>"),
        dated=False,
    ),
    Shape(
        "No date, related stories in plain lists",
        article(below="<div class='box'><h3>More</h3><ul>" + PLAIN_CARDS + "</ul></div>"),
        dated=False,
    ),
)
