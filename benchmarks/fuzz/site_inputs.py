"""Inputs of the fuzz that people write for a site: dates, the timeline's file, pages, blocks, addresses."""

from __future__ import annotations

import json
import random

from fuzz.damage import ADDRESSES, DATES, SIGNS, damaged, encoded, paragraphs, sentence, words

KEYS = (
    *("schema: 1", "timeline:", "title:", "events:", "- id:", "date:", "summary:", "citations:", "source:", "quote:"),
    *("sources:", "published:", "actors: [a, b]", "tags:", "review: candidate", "&a", "*a", "!!str", "<<:", "? ", ": "),
    *("|\n", ">-\n", "# note", "---\n", "...\n", "%YAML 1.1", "translations: {es: {title: x}}", "x-own:", "date: null"),
    *("related: [{id: e, as: outcome}]", "periods: [{title: a, from: 2022, to: 2023}]", "views: []", "aliases: [b]"),
)
MARKDOWN = (
    *(
        "```timeline\n",
        "```",
        "~~~ timeline\n",
        "tags: [money]\n",
        "[[2022-strike]]",
        "[[2025-opening|words]]",
        "    ",
        "> ",
        "- ",
        "1. ",
    ),
    *(
        "style: chart\n",
        "order: newest\n",
        "limit: 5\n",
        "from: 2020\n",
        "view: v\n",
        "| a |\n| - |\n",
        "# ",
        "![x](y)",
    ),
    *(
        "[a](javascript:x)",
        "<b>",
        "[x]: y",
        "[^1]: z",
        "!!! note\n",
        "\\[[",
        "$$",
        "{: onclick=x }",
        "***",
        "status: planned\n",
    ),
)


def date_text(rng: random.Random) -> str:
    """Something like a date of EDTF."""
    shape = rng.randrange(4)
    if shape == 0:
        return "".join(rng.choice("0123456789XYu-/.[],{}~?%TZ ") for _ in range(rng.randint(0, 14)))
    part = rng.choice(
        (f"{rng.randint(0, 9999):04}", f"-{rng.randint(0, 9999):04}", f"Y{rng.randint(1, 10**8)}", "20XX", "199X")
    )
    if rng.random() < 0.7:
        part += f"-{rng.choice((f'{rng.randint(0, 13):02}', f'{rng.randint(20, 42)}', '1X', 'XX'))}"
        if rng.random() < 0.6:
            part += f"-{rng.choice((f'{rng.randint(0, 32):02}', '3X', 'XX'))}"
    text = part + rng.choice(("", "", "~", "?", "%"))
    if shape == 1:
        text = f"{text}/{rng.choice((rng.choice(DATES), '..', ''))}"
    return damaged(rng, text) if shape == 3 else text


def timeline_file(rng: random.Random) -> str:
    """A timeline's file, in some person's hand."""
    lines = [
        "schema: 1",
        f"timeline: {{title: {words(rng, 2)}}}",
        "sources:",
        "  s:",
        f"    title: {words(rng, 3)}",
        "events:",
    ]
    for number in range(rng.randint(0, 3)):
        lines += [f"  - id: e{number}", f"    date: {rng.choice(DATES)}", f"    title: {json.dumps(words(rng, 5))}"]
        lines += rng.sample(
            [
                f"    summary: |\n      {sentence(rng)}",
                f"    review: {rng.choice(('candidate', 'accepted', 'withdrawn', 'no'))}",
                "    citations:\n      - source: s\n        quote: x",
                f"    tags: [{words(rng, 2)}]",
                f"    source: {rng.choice(ADDRESSES)}",
                "    translations: {es: {title: y}}",
            ],
            rng.randint(0, 4),
        )
    return damaged(rng, "\n".join([*lines, ""]), KEYS)


def markdown_page(rng: random.Random) -> str:
    """A page of the site with blocks and links to events."""
    block = [
        "```timeline",
        *rng.sample([each.strip() for each in MARKDOWN if ":" in each and " " in each], rng.randint(0, 3)),
        "```",
    ]
    lines = [
        *paragraphs(rng, 2),
        "",
        *block,
        "",
        f"See [[{rng.choice(('2022-strike', '2025-OPENING|words', '2025-opening', 'x'))}]].",
    ]
    return damaged(rng, "\n".join(lines), MARKDOWN)


def block_body(rng: random.Random) -> str:
    """What stands in a timeline block."""
    values = (
        "money",
        "[building, decision]",
        "2022",
        "2022-05/..",
        "newest",
        "chart",
        "5",
        "v",
        "planned",
        "null",
        "[",
        "&a *a",
        "'",
        "{a: b}",
    )
    keys = ("tags", "actors", "places", "status", "from", "to", "view", "limit", "order", "style", "tag", "x")
    lines = [f"{rng.choice(keys)}: {rng.choice(values)}" for _ in range(rng.randint(0, 4))]
    return damaged(rng, "\n".join(lines), KEYS)


def address(rng: random.Random) -> str:
    """Something like an address of the web."""
    hosts = (
        "news.example",
        "127.0.0.1",
        "0x7f.1",
        "[::ffff:7f00:1]",
        "2130706433",
        "xn--mnchen-3ya.example",
        "münchen.example",
        "a..b",
        "localhost.",
    )
    scheme, port = rng.choice(("http", "https", "HTTPS", "ftp", "javascript", "")), rng.choice(("", ":80", ":0", ":x"))
    text = f"{scheme}://{rng.choice(hosts)}{port}/{words(rng, 2).replace(' ', '-')}"
    return damaged(rng, text, ("@", ":", "//", "\\", "?", "#", "%2e%2e", "..", "[", "]", "%", "\u3002"))


def query(rng: random.Random) -> str:
    """What stands behind the `?` and the `#` of an embed's address, a percent-encoding of which may be broken."""
    from urllib.parse import quote

    names = (
        "from",
        "to",
        "tag",
        "actor",
        "place",
        "status",
        "q",
        "order",
        "limit",
        "theme",
        "accent",
        "lang",
        "within",
        "childId",
        "__proto__",
    )
    hostile = (
        "energy",
        "trade,energy",
        "2022",
        "-43",
        "newest",
        "5",
        "dark",
        "f00",
        "es",
        "__proto__",
        "<img src=x onerror=window.__ran=1>",
    )
    pairs = []
    for _ in range(rng.randint(0, 5)):
        text = rng.choice(
            (rng.choice(hostile), rng.choice(SIGNS), words(rng, 2), rng.choice(DATES), rng.choice(ADDRESSES))
        )
        pairs.append(f"{rng.choice(names)}={quote(encoded(text)) if rng.random() < 0.8 else text}")
    return encoded(
        damaged(rng, "&".join(pairs), ("%", "%00", "&", "=", "#", "%E0%A4%A", "javascript:", "<script>"))
    ).decode()
