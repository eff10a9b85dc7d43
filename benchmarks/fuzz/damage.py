"""What inputs of the fuzz are made of, and how a sound one is damaged: by a seeded generator, the same each time."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from generator.extracting.tagger.languages import CODES, language_of

WORDS = sorted({word for code in CODES for words in language_of(code).words.values() for word in words})
"""The words of the temporal grammars: what rules are about."""

PLAIN = (
    *("the council", "Port Elm", "Jane Hill", "resigned", "opened", "said", "a bridge", "after", "because of", "crews"),
    *(
        "talks",
        "Ministry of Ports",
        "Straßenbahn",
        "el alcalde",
        "Москва",
        "北京",
        "القاهرة",
        "would",
        "has been",
        "on",
    ),
)
DATES = (
    *(
        "2022-12-30",
        "2022-12",
        "2022",
        "2023-21",
        "2022-02~",
        "2026-01-31/2026-02-01",
        "../2020",
        "[2020,2021]",
        "202X",
    ),
    *(
        "3 May 2022",
        "May 3",
        "03/04/2022",
        "3.4.22",
        "on Friday",
        "last week",
        "next spring",
        "'99",
        "Q3 2022",
        "-0043",
    ),
    *("5pm", "13:00 Europe/Moscow", "20230401T090000Z", "Y123456", "0000", "9999-12-31", "2021-02-29", "1 de mayo"),
)
SIGNS = (
    *(
        "\x00",
        "\x1b[2J",
        "\u202e",
        "\u2028",
        "\x85",
        "\ufeff",
        "\ud83d",
        "\U0010ffff",
        "é",
        "e\u0301",
        "ß",
        "İ",
        "\xa0",
    ),
    *(
        "<",
        ">",
        "&",
        '"',
        "'",
        "`",
        "\\",
        "%",
        "#",
        ":",
        "-",
        "|",
        "*",
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        "!",
        "?",
        "=",
        "@",
    ),
    *("&lt;", "&#x3c;", "&#0;", "]]>", "<!--", "-->", "<![CDATA[", "<?", "{{", "%}", "---", "```", "[[", "]]", "$&"),
    *(
        "\r",
        "\n",
        "\r\n",
        "\t",
        " ",
        "  ",
        "\n\n",
        "\n  ",
        "\n- ",
        ",",
        ";",
        "null",
        "~",
        "true",
        "1e999",
        "0x7f",
        "-1",
    ),
)
ADDRESSES = (
    *(
        "https://news.example/a",
        "http://[::1]/",
        "//x.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "http://a b/",
    ),
    *(
        "https://user:secret@news.example/",
        "http://2130706433/",
        "https://xn--a.example/",
        "mailto:a@b.example",
        "http://[",
    ),
)
JSON_PIECES = (
    "[",
    "]",
    "{",
    "}",
    "null",
    "1e999",
    "-0",
    "NaN",
    '"text":',
    '"items":',
    "[[",
    '{"a":',
    "\\ud800",
    "\\u0000",
    ",",
)
LONGEST_RUN = 3_000
"""How often a piece may be repeated by a damage: enough that what grows with the square of it would show."""

Damage = Callable[[random.Random, str, Sequence[str]], str]


def words(rng: random.Random, most: int = 12) -> str:
    """Some words, dates and signs in a row."""
    kinds = rng.choices((PLAIN, WORDS, DATES, SIGNS, ADDRESSES), (10, 6, 4, 1, 0.3), k=rng.randint(1, most))
    return " ".join(rng.choice(kind) for kind in kinds)


def sentence(rng: random.Random) -> str:
    """Words as a sentence."""
    return f"{words(rng).capitalize()}{rng.choice('.....?!:')}"


def paragraphs(rng: random.Random, most: int = 4) -> list[str]:
    """Sentences in paragraphs."""
    return [" ".join(sentence(rng) for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(1, most))]


def _left_out(rng: random.Random, text: str, _: Sequence[str]) -> str:
    start = rng.randrange(len(text) + 1)
    return text[:start] + text[start + rng.randint(1, 30) :]


def _put_in(rng: random.Random, text: str, known: Sequence[str]) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(rng.choice((known or SIGNS, SIGNS, DATES, ADDRESSES))) + text[at:]


def _said_twice(rng: random.Random, text: str, _: Sequence[str]) -> str:
    start = rng.randrange(len(text) + 1)
    piece = text[start : start + rng.randint(1, 60)]
    return text[:start] + piece + text[start:]


def _said_often(rng: random.Random, text: str, known: Sequence[str]) -> str:
    at = rng.randrange(len(text) + 1)
    piece = rng.choice(known or SIGNS)
    times = int(LONGEST_RUN ** rng.random()) // max(1, len(piece) // 8)
    return text[:at] + piece * times + text[at:]


def _cut_short(rng: random.Random, text: str, _: Sequence[str]) -> str:
    return text[: rng.randrange(len(text) + 1)]


def _moved(rng: random.Random, text: str, _: Sequence[str]) -> str:
    lines = text.split("\n")
    line = lines.pop(rng.randrange(len(lines)))
    lines.insert(rng.randrange(len(lines) + 1), line)
    return "\n".join(lines)


def _set_in(rng: random.Random, text: str, _: Sequence[str]) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    lines[at] = rng.choice((" ", "  ", "\t", "- ", "> ", "")) + lines[at].lstrip(" " * rng.randint(0, 1))
    return "\n".join(lines)


def _other_sign(rng: random.Random, text: str, _: Sequence[str]) -> str:
    at = rng.randrange(len(text) + 1)
    return (
        text[:at] + chr(rng.choice((rng.randrange(128), rng.randrange(0x3000), rng.randrange(0xD800)))) + text[at + 1 :]
    )


DAMAGES: tuple[Damage, ...] = (
    _left_out,
    _put_in,
    _put_in,
    _said_twice,
    _said_often,
    _cut_short,
    _moved,
    _set_in,
    _other_sign,
)


def damaged(rng: random.Random, text: str, known: Sequence[str] = ()) -> str:
    """A text with no damage to it, or up to three.

    Args:
        rng: The generator.
        text: A sound text.
        known: What else may be put in: the words of the text's own grammar.
    """
    for _ in range(rng.choice((0, 1, 1, 1, 2, 3))):
        text = rng.choice(DAMAGES)(rng, text, known)
    return text


def damaged_bytes(rng: random.Random, data: bytes) -> bytes:
    """Bytes with no damage to them, or up to three: flipped, left out, doubled, cut short, overwritten."""
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        at = rng.randrange(len(data) + 1)
        size = rng.choice((1, 2, 4, rng.randint(1, 64)))
        kind = rng.randrange(5)
        if kind == 0:
            data = data[:at] + rng.randbytes(size) + data[at + size :]
        elif kind == 1:
            data = data[:at] + data[at + size :]
        elif kind == 2:
            data = data[:at] + data[at : at + size] * rng.randint(2, 40) + data[at + size :]
        elif kind == 3:
            data = data[:at]
        else:
            data = (
                data[:at]
                + rng.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff", b"\r\n"))
                + data[at + 4 :]
            )
    return data


def encoded(text: str) -> bytes:
    """A text as the bytes of a file; half of a pair of signs, which no file in UTF-8 has, as what stands for none."""
    return text.encode("utf-8", "replace")
