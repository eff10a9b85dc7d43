"""A file's bytes, as text: within a size, in an encoding that can be told, and not binary."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from generator.errors import ArticleError

__all__ = ["MAX_BYTES", "OF_PAGES", "decode", "load", "load_bytes"]

MAX_BYTES = 20_000_000
"""The largest file that is read, 20 MB: a thousand times a long article, and small enough for any machine's memory."""

MAX_CONTROLS = 0.01
"""The share of control characters above which a file is not text."""

MOSTLY_ASCII = 0.05
"""Below this share of other bytes they are quotes, dashes and a few names: too little to recognise an encoding by."""

HARDLY_ASCII = 0.3
"""Above this share of other bytes a text is not in Latin letters, so that Windows-1252 is no guess."""

CODE_PAGES = [
    *("cp1252", "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "cp949"),
]
"""The encodings that news was saved in before UTF-8; charset-normalizer chooses among them.

The other code pages of Latin letters (1250, 1254, 1257) are not among them: on paragraphs of French and English it took
them for Windows-1252 and the reverse, so that Windows-1252 stands for all.
"""

DECLARED = re.compile(rb"<meta[^<>]{0,100}charset=[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
"""Where a page of HTML says its encoding, within its first bytes."""

OF_PAGES = re.compile(
    r"ascii|us-?ascii|utf-?(?:8|16)(?:le|be)?|iso-?(?:8859|2022)-?.+|latin-?\d|windows-\d+|cp-?\d+|(?:x-)?mac.+|koi8.+"
    r"|gb.+|big5.*|shift.+|s-?jis|euc-?.+|ks_?c.+|tis-?620",
    re.IGNORECASE,
)
"""What pages call their encodings. Python has codecs that are none of a page's text, or slow."""

HEAD = 2048

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The byte order marks, with the encoding that each announces."""

SAVE_AS_UTF8 = "save it as text in UTF-8"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f]")
"""A control character that is no white space."""


def load(path: Path) -> str:
    """Read a file as text.

    Args:
        path: The file.

    Returns:
        Its text without a byte order mark, line ends as they are.

    Raises:
        ArticleError: As for `load_bytes` and `decode`.
    """
    return decode(load_bytes(path), str(path))


def load_bytes(path: Path) -> bytes:
    """Read a file that holds one article.

    Args:
        path: The file.

    Returns:
        Its bytes.

    Raises:
        ArticleError: It is missing, a folder, a device or a pipe, not readable, or larger than `MAX_BYTES` (and then
            not read at all).
    """
    where = str(path)
    try:
        status = path.stat()
        if stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode):  # it may never end
            raise ArticleError("this is a device or a pipe", where=where, todo="save the article as a file")
        size = status.st_size
        if size > MAX_BYTES:
            raise ArticleError(
                f"the file has {size / 1e6:.0f} MB, the limit is {MAX_BYTES // 1_000_000} MB",
                where=where,
                todo="give one article a file",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise ArticleError("no such file", where=where, todo="check the path") from None
    except OSError as error:
        raise ArticleError(f"the file cannot be read ({error.strerror})", where=where, todo="check the path") from None


def decode(data: bytes, where: str) -> str:
    """Decode the bytes of a file.

    What a byte order mark announces comes first; then UTF-8 where the bytes allow it, since other encodings hardly
    ever pass for it; then what the head of a page declares; then Windows-1252 for a text of nearly nothing but ASCII,
    which is what Western news pages were saved in; then what charset-normalizer recognises.

    Args:
        data: The bytes.
        where: The file's name, for messages.

    Returns:
        The text.

    Raises:
        ArticleError: The bytes are none, binary, or in no encoding that can be told.
    """
    if not data.strip():
        raise ArticleError("the file is empty", where=where, todo="leave it out, or save the article again")
    text = _by_mark(data, where)
    if text is None:
        if b"\0" in data:
            raise ArticleError("the file is binary, not text", where=where, todo=SAVE_AS_UTF8)
        text = _by_content(data)
    if text is None or _is_binary(text):
        raise ArticleError("the file is binary, or in an unknown encoding", where=where, todo=SAVE_AS_UTF8)
    if not text.strip():
        raise ArticleError("the file is empty", where=where, todo="leave it out, or save the article again")
    return text


def _by_mark(data: bytes, where: str) -> str | None:
    """The text that a byte order mark announces, or None where there is no mark."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                name = encoding.removesuffix("-sig").upper()
                raise ArticleError(
                    f"the file announces {name}, but byte {error.start} is not {name}", where=where, todo=SAVE_AS_UTF8
                ) from None
    return None


def _by_content(data: bytes) -> str | None:
    """The text in the encoding that its bytes suggest."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = DECLARED.search(data[:HEAD])
    foreign = sum(byte > 0x7F for byte in data) / len(data)
    name = declared[1].decode("ascii") if declared else ""
    names = [name] if OF_PAGES.fullmatch(name) else []
    if foreign >= MOSTLY_ASCII:
        names.append(_recognise(data))
    if foreign <= HARDLY_ASCII:
        names.append("cp1252")
    for name in names:
        try:
            return data.decode(name)
        except (UnicodeError, LookupError):  # a page may declare what no codec is called
            continue
    return None


def _recognise(data: bytes) -> str:
    """The encoding that charset-normalizer recognises, or an empty text."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=CODE_PAGES).best()
    return best.encoding if best is not None else ""


def _is_binary(text: str) -> bool:
    """Whether a text has more control characters than any text has."""
    return len(CONTROL.findall(text)) > len(text) * MAX_CONTROLS
