"""Inputs of the fuzz that are articles, or hold some: a sound file is made by its grammar, and then damaged, or not.

Each function takes a seeded generator and gives a file's bytes, or its text.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import tarfile
import zipfile

from fuzz.damage import ADDRESSES, DATES, JSON_PIECES, damaged, damaged_bytes, encoded, paragraphs, sentence, words

TAGS = (
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<script>",
        "</script>",
        "<article>",
        "<table><tr><td>",
        "<h1>",
        "</h1>",
        "<a href=",
    ),
    *(
        "<meta name=",
        "<time datetime='2022-05-03'>",
        "<svg>",
        "<math>",
        "<template>",
        "<base href=//x>",
        "<br/>",
        "<b x=1>",
    ),
    *(
        "<li>",
        "<ul>",
        "</body>",
        "<body>",
        "<html lang=de>",
        "<style>",
        "</style>",
        "<title>",
        "<noscript>",
        "<frameset>",
    ),
)
FRONT = (
    "title:",
    "published:",
    "publisher:",
    "language:",
    "url:",
    "kind: digest",
    "&a",
    "*a",
    "---\n",
    "!!python/object",
)


def prose(rng: random.Random) -> str:
    """A sentence or two of words, dates and signs."""
    return damaged(rng, " ".join(sentence(rng) for _ in range(rng.randint(1, 2))))


def article_text(rng: random.Random) -> str:
    """The text of an article: a headline, a byline, paragraphs."""
    head = [words(rng, 6).title(), f"By {rng.choice(('Ann Lee', 'Reuters', 'staff'))}, {rng.choice(DATES)}"]
    return damaged(rng, "\n\n".join(head[: rng.randint(0, 2)] + paragraphs(rng)))


def plain_file(rng: random.Random) -> bytes:
    """A text file in one of several encodings, sound or not."""
    text = article_text(rng)
    encoding = rng.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"))
    return damaged_bytes(rng, text.encode(encoding, "replace"))


def markdown_article(rng: random.Random) -> bytes:
    """An article in Markdown with front matter."""
    front = {
        "title": words(rng, 5),
        "published": rng.choice(DATES),
        "publisher": words(rng, 2),
        "url": rng.choice(ADDRESSES),
    }
    kept = rng.sample(sorted(front), rng.randint(0, 4))
    head = "\n".join(["---", *(f"{key}: {front[key]}" for key in kept), "---", ""])
    return encoded(damaged(rng, head + "\n\n".join(paragraphs(rng)), FRONT))


def page(rng: random.Random) -> bytes:
    """A page with metadata, a headline, paragraphs and furniture."""
    title, day = words(rng, 6), rng.choice(DATES)
    data = json.dumps(
        {"@type": rng.choice(("NewsArticle", ["Thing", 1], None)), "headline": title, "datePublished": day}
    )
    head = [
        f"<title>{title} - Paper</title>",
        f"<meta property='article:published_time' content='{day}'>",
        f"<script type='application/ld+json'>{damaged(rng, data)}</script>",
        f"<link rel=canonical href='{rng.choice(ADDRESSES)}'>",
    ]
    body = [f"<h1>{title}</h1>", f"<time datetime='{rng.choice(DATES)}'>{rng.choice(DATES)}</time>"]
    body += [f"<p>{text}</p>" for text in paragraphs(rng)]
    body += ["<footer>© 2026 Paper</footer>"]
    some = "\n".join(rng.sample(head, rng.randint(0, 4)))
    whole = f"<!doctype html><html lang=en><head>{some}</head><body>{chr(10).join(body)}</body></html>"
    return encoded(damaged(rng, whole, TAGS))


def pdf(rng: random.Random) -> bytes:
    """A PDF of a page or two."""
    lines = [line.encode("cp1252", "replace").decode("cp1252") for line in (words(rng, 5), *paragraphs(rng, 3))]
    shown = " ".join(f"({line[:80].translate({40: '[', 41: ']', 92: '/'})}) Tj T*" for line in lines)
    stream = f"BT /F1 10 Tf 12 TL 50 780 Td {shown} ET".replace("\n", " ").replace("\r", " ")
    fonts = "<< /Font << /F1 3 0 R >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources {fonts} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        f"<< /Title ({words(rng, 3).translate({40: '[', 41: ']', 92: '/'})}) /CreationDate (D:20220503090000Z) >>",
    ]
    out, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252", "replace")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{offset:010} 00000 n \n" for offset in offsets).encode()
    out += f"trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return damaged_bytes(rng, bytes(out))


def feed(rng: random.Random) -> bytes:
    """A feed of RSS or Atom, or a sitemap."""
    title, day, text = words(rng, 5), rng.choice((*DATES, "Tue, 03 May 2022 09:00:00 GMT")), sentence(rng)
    item = f"<item><title>{title}</title><link>{rng.choice(ADDRESSES)}</link><pubDate>{day}</pubDate>"
    entry = (
        f"<entry><title>{title}</title><updated>{day}</updated><content type='html'>&lt;p&gt;{text}&lt;/p&gt;</content>"
    )
    rss = (
        f"<rss version='2.0'><channel>{item}<description><![CDATA[<p>{text}</p>]]></description></item></channel></rss>"
    )
    atom = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>P</title>{entry}</entry></feed>"
    sitemap = f"<urlset><url><loc>{rng.choice(ADDRESSES)}</loc><lastmod>{day}</lastmod></url></urlset>"
    declared = rng.choice(("", "<?xml version='1.0'?>", "<!DOCTYPE a [<!ENTITY b 'c'>]>"))
    known = (*TAGS, "&b;", "<item>", "</item>", "<!ENTITY c SYSTEM 'file:///etc/hosts'>", "xmlns:x='")
    return encoded(damaged(rng, declared + rng.choice((rss, atom, sitemap)), known))


def records(rng: random.Random) -> bytes:
    """JSON Lines of articles, a JSON Feed, or a list of records."""
    entries = [
        {
            "text": "\n".join(paragraphs(rng, 2)),
            "published": rng.choice(DATES),
            "title": words(rng, 4),
            "url": rng.choice(ADDRESSES),
        }
        for _ in range(rng.randint(1, 2))
    ]
    shape = rng.randrange(3)
    if shape == 0:
        whole = "\n".join(map(json.dumps, entries))
    elif shape == 1:
        items = [{"id": "1", "content_html": each["text"], "date_published": each["published"]} for each in entries]
        whole = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "P", "items": items})
    else:
        whole = json.dumps(entries)
    return encoded(damaged(rng, whole, JSON_PIECES))


def archive(rng: random.Random) -> bytes:
    """A zip or tar file with an article or two in it, packed or not."""
    members = {
        rng.choice(("a.txt", "b/c.html", "../x.md", "/etc/y.txt", "z.jsonl", "\x1b.txt")): rng.choice(_MEMBERS)(rng)
        for _ in "ab"
    }
    out = io.BytesIO()
    if rng.random() < 0.5:
        with zipfile.ZipFile(out, "w", rng.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as zipped:
            for name, data in members.items():
                zipped.writestr(name, data)
        return damaged_bytes(rng, out.getvalue())
    with tarfile.open(fileobj=out, mode="w") as tarred:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size, info.type = (
                len(data),
                rng.choice((tarfile.REGTYPE, tarfile.REGTYPE, tarfile.LNKTYPE, tarfile.SYMTYPE)),
            )
            info.linkname = "../../etc/passwd"
            tarred.addfile(info, io.BytesIO(data))
    packed = damaged_bytes(rng, out.getvalue())
    return damaged_bytes(rng, gzip.compress(packed, 1)) if rng.random() < 0.4 else packed


_MEMBERS = (plain_file, markdown_article, page, records)


def web_archive(rng: random.Random) -> bytes:
    """A WARC file with a page in it."""
    body = page(rng)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = "\r\n".join(
        [
            "WARC/1.1",
            f"WARC-Type: {rng.choice(('response', 'resource', 'conversion', 'revisit'))}",
            f"WARC-Target-URI: {rng.choice(ADDRESSES)}",
            "WARC-Date: 2024-03-05T10:00:00Z",
            "Content-Type: application/http; msgtype=response",
            f"Content-Length: {rng.choice((len(http), len(http), 0, 10**9, -1))}",
        ]
    )
    whole = damaged_bytes(rng, encoded(head) + b"\r\n\r\n" + http + b"\r\n\r\n")
    return gzip.compress(whole, 1) if rng.random() < 0.3 else whole
