"""What YAML's parser says of a mistake, said so that a person who barely knows YAML can mend it.

The parser names its own states ("did not find expected <block end>"); what a person did is guessed from the state, the
line and the character. libyaml and PyYAML's own parser say it in different words, and `RULES` knows both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from generator.curating.places import Lines, Position

__all__ = ["Diagnosis", "forbidden_characters", "is_allowed", "replace_forbidden", "say_syntax_error"]

Diagnosis = tuple[int, str, str]
"""The index into the text, what is wrong, and what to write instead."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""All but YAML 1.1, production 1, with the byte order mark, which is only for the beginning of a file."""

_ASCII = bytes(range(0x20, 0x7F)) + b"\t\n\r"
"""The characters of ASCII that YAML allows."""

_QUOTE_IT = "put the whole text in double quotes"
_SMART_QUOTES = "“”„‟‘’«»"
_BULLETS = "*•·‣▪◦–—−"
"""What word processors and Markdown begin the items of a list with."""


def is_allowed(text: str) -> bool:
    """Whether a text holds none of the characters that YAML does not allow."""
    # Most of a text is ASCII, which goes through a table of bytes ten times as quickly.
    rest = text.encode(errors="surrogatepass").translate(None, _ASCII)
    return not rest or _FORBIDDEN.search(rest.decode(errors="surrogatepass")) is None


def forbidden_characters(text: str) -> Iterator[Diagnosis]:
    """Each character that YAML does not allow, as a diagnosis."""
    for match in _FORBIDDEN.finditer(text):
        what = f"an invisible character that YAML does not allow (U+{ord(match[0]):04X})"
        yield match.start(), what, "delete it"


def replace_forbidden(text: str) -> str:
    """The text with a visible character in place of each that YAML does not allow; all else keeps its index."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


@dataclass(frozen=True, slots=True)
class _Sight:
    """What there is to see at a mistake.

    Attributes:
        lines: The text's lines.
        at: Where the parser gave up.
        since: Where what it was reading began; the same place where it does not say.
        char: The character at which it gave up; nothing at the end of the text.
        before: The line up to there.
        problem: The parser's words.
    """

    lines: Lines
    at: Position
    since: Position
    char: str
    before: str
    problem: str

    @property
    def line(self) -> str:
        """The line at which the parser gave up."""
        return self.lines.line(self.at.line)

    @property
    def above(self) -> Position:
        """The beginning of the words of the last line above that holds anything but a comment."""
        for number in range(self.at.line - 1, 0, -1):
            words = re.match(r"\s*(?=[^\s#])", self.lines.line(number))
            if words:
                return self.lines.position(self.lines.starts[number - 1] + words.end())
        return self.at


def say_syntax_error(error: yaml.YAMLError, text: str) -> Diagnosis:
    """Say a parser's error in plain words.

    Args:
        error: What PyYAML raised, with or without marks.
        text: The text that it was parsing.

    Returns:
        Where to point at, what is wrong there, and what to write instead.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    since = getattr(error, "context_mark", None) or mark
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be parsed")
    lines = Lines(text)
    index = min(mark.index if mark else 0, len(text))
    at = lines.position(index)
    sight = _Sight(
        lines=lines,
        at=at,
        since=lines.position(min(since.index if since else 0, len(text))),
        char=text[index : index + 1],
        before=text[index - at.column + 1 : index],
        problem=problem,
    )
    said = f"{getattr(error, 'context', None) or ''}: {problem}"
    for pattern, say in RULES:
        if re.search(pattern, said):
            return say(sight)
    return _other(sight)


def _token(sight: _Sight) -> Diagnosis:
    if sight.char == "\t":
        return _tab(sight)
    if sight.line.strip().startswith("```"):
        return sight.at.index, "a line of ``` is Markdown", "delete it, and the one that ends what it begins"
    return sight.at.index, f"unquoted text begins with “{sight.char}”", _QUOTE_IT


def _tab(sight: _Sight) -> Diagnosis:
    return sight.at.index, "a tab stands where YAML wants spaces", "write spaces in its place"


def _opening(sight: _Sight) -> Diagnosis:
    bullet = _bullet(sight.lines, sight.since)
    if bullet:
        return bullet
    char = sight.lines.line(sight.since.line)[sight.since.column - 1 : sight.since.column]
    return sight.since.index, f"unquoted text begins with “{char}”", _QUOTE_IT


def _bullet(lines: Lines, at: Position) -> Diagnosis | None:
    """A line that begins with the mark of a list as it is written elsewhere."""
    line = lines.line(at.line)
    mark = line[at.column - 1 : at.column]
    if not mark or mark not in _BULLETS or line[: at.column - 1].strip() or not line[at.column :].startswith(" "):
        return None
    return at.index, f"“{mark}” does not begin an item in YAML", "write “- ” in its place"


def _colon(sight: _Sight) -> Diagnosis:
    """A second colon in a line, or a key on a line that YAML takes for the continuation of the one above."""
    own_key = re.fullmatch(r"(\s*)(?:- +)*[^\s\"'“‘#][^:]*", sight.before)
    if own_key is None or sight.above.index == sight.at.index:
        value = sight.before.partition(":")[2].strip()
        if value[:1] and value[:1] in _SMART_QUOTES:
            return sight.at.index, "typographic quotation marks do not quote in YAML", 'write straight ones: "…"'
        return sight.at.index, "a colon and a space stand in unquoted text", _QUOTE_IT
    above = sight.lines.line(sight.above.line).strip()
    if re.match(r"-[^\s-]", above):
        return sight.above.index, "a space is missing after the dash", "write “- ” before the first key of an item"
    if not re.search(r":(\s|$)", above):
        return _keyless(sight.lines, sight.above)
    key = sight.at.index - len(sight.before) + len(own_key[1])
    return key, "this line is indented deeper than its neighbours", "indent it like the keys beside it"


def _dash(sight: _Sight) -> Diagnosis:
    todo = "begin the list on the next line; put text that begins with a dash in double quotes"
    return sight.at.index, "a dash stands after a key, on the same line", todo


def _item(sight: _Sight) -> Diagnosis:
    """In a list, a line that is neither an item nor within one."""
    bullet = _bullet(sight.lines, sight.at)
    if bullet:
        return bullet
    dash = sight.lines.line(sight.since.line)[sight.since.column - 1 :]
    wanted = sight.since.column - 1 + len(dash) - len(dash[1:].lstrip())
    if sight.at.column == sight.since.column:
        todo = f"begin a new item with “- ”, or indent the line by {wanted} spaces to go on with the item above"
        return sight.at.index, "a dash is missing before this item", todo
    return _misplaced(sight, wanted)


def _entry(sight: _Sight) -> Diagnosis:
    """In a mapping, something that is no key."""
    last = sight.before.rstrip()[-1:]
    if last and last in "\"'":
        opening = _unclosed_above(sight, last)
        if opening is not None:
            return _never_closed(opening)
        todo = "put the whole of it in quotes, and inside write \\\" in double ones or '' in single ones"
        return sight.at.index, "text goes on after the closing quotation mark", todo
    if last == "]" and sight.char == "(":
        return sight.at.index, "a link as Markdown writes it", "write the address alone: https://…"
    if last and last in "]}":
        return sight.at.index, f"text goes on after the closing “{last}”", "put the whole text in double quotes"
    if sight.char and sight.char in "]},":
        return sight.at.index, f"“{sight.char}” stands outside of a list", "delete it, or put the text in double quotes"
    among_keys = sight.char == "-" and sight.at.column == sight.since.column
    return _dash_among_keys(sight) if among_keys else _misplaced(sight, sight.since.column - 1)


def _dash_among_keys(sight: _Sight) -> Diagnosis:
    """An item whose dash stands in the column of keys: those of an item, or those under whose last one a list is."""
    indent = sight.at.column - 1
    below, above = None, None
    for number in range(sight.at.line - 1, 0, -1):
        found = re.match(r"( *)(- )?(?=[^\s#])", sight.lines.line(number))
        if found is None:
            continue
        column = len(found[1])
        if found[2] and column < indent:
            above = column
            break
        if column < indent:
            break
        if column == indent and below is None:
            below = -1  # the key above: it has no list
        elif found[2] and below != -1:
            below = column  # the list of the key above: its first dash, in the end
    wanted = [str(column) for column in (above, below) if column is not None and column >= 0]
    what = "this dash does not stand below the dashes of its list"
    if not wanted:
        return sight.at.index, what, "move it below the key whose list it belongs to"
    return sight.at.index, what, f"indent the whole item, so that its dash stands behind {' or '.join(wanted)} spaces"


def _misplaced(sight: _Sight, wanted: int) -> Diagnosis:
    what = f"this line is indented by {sight.at.column - 1} spaces, its neighbours by {wanted}"
    return sight.at.index, what, f"indent it by {wanted} spaces"


def _open_quote(sight: _Sight) -> Diagnosis:
    return _never_closed(sight.since.index)


def _never_closed(index: int) -> Diagnosis:
    todo = "close it with the same mark at the end of the text"
    return index, "a quotation mark is opened here and never closed", todo


def _unclosed_above(sight: _Sight, mark: str) -> int | None:
    """Where a text was opened that a mark closed which was meant to open the next; None if it was meant to close."""
    if not re.fullmatch(rf"\s*(?:- +)*[\w-]+:\s+{mark}", sight.before):
        return None
    opened = re.compile(rf"\s*(?:- +)*[\w-]+:\s+(?={mark}(?!.*{mark}\s*(?:#.*)?$))")
    for number in range(sight.at.line - 1, 0, -1):
        match = opened.match(sight.lines.line(number))
        if match:
            return sight.lines.starts[number - 1] + match.end()
    return None


def _bracket(sight: _Sight) -> Diagnosis:
    close = "]" if "]" in sight.problem else "}"
    opening = "[" if close == "]" else "{"
    if sight.at.line > sight.since.line:
        return sight.since.index, f"“{opening}” is opened here and never closed", f"close it with “{close}”"
    todo = f"write a comma between items and “{close}” after the last; put text with a colon in double quotes"
    return sight.at.index, f"a comma or “{close}” is missing before this", todo


def _block_text(sight: _Sight) -> Diagnosis:
    mark = sight.lines.line(sight.since.line)[sight.since.column - 1 : sight.since.column]
    todo = f"begin the text on the next line, indented; put text that begins with {mark} in double quotes"
    return sight.at.index, f"text follows “{mark}” on the same line", todo


def _escape(sight: _Sight) -> Diagnosis:
    backslash = sight.before.rfind("\\")
    index = sight.at.index - len(sight.before) + backslash if backslash >= 0 else sight.at.index
    return index, "a backslash in double quotes begins an escape that YAML does not know", "write \\\\ for a backslash"


def _no_colon(sight: _Sight) -> Diagnosis:
    return _keyless(sight.lines, sight.since)


def _keyless(lines: Lines, at: Position) -> Diagnosis:
    """A line that should have a key, and has none that YAML sees."""
    line = lines.line(at.line)[at.column - 1 :]
    key = re.match(r"(?:- +)*([a-z_]+)(?::(?!//)(?=\S)|\s?[：﹕])", line)
    if key and not key[0].endswith(":"):
        return at.index, f"“{key[0][-1]}” is no colon in YAML", f"write an ordinary one and a space: “{key[1]}: …”"
    if key:
        return at.index, "a space is missing after the colon", f"write “{key[1]}: …”"
    todo = "write it as “key: value”"
    above = re.match(r"([ -]*)[a-z_]+: +([|>][0-9+-]*\s*$)?", lines.line(at.line - 1)) if at.line > 1 else None
    if above and line[0] not in "{[\"'" and (above[2] or len(above[1]) >= at.column):
        todo += "; or indent it by two spaces more than the line above, if it goes on with the text there"
    return at.index, "this line has no colon after its key", todo


def _after_end(sight: _Sight) -> Diagnosis:
    what = "this line does not go on with what stands before it"
    return sight.at.index, what, "write the file as keys, each at the beginning of a line: schema, sources, events"


def _directive(sight: _Sight) -> Diagnosis:
    return sight.since.index, "a line begins with %", "delete it, or put the text in double quotes"


def _no_value(sight: _Sight) -> Diagnosis:
    if not sight.char:
        return sight.at.index, "the file ends inside a list or braces", "close each “[” with “]” and each “{” with “}”"
    return sight.at.index, f"“{sight.char}” stands where a value should", "write the value before it, or delete it"


def _other(sight: _Sight) -> Diagnosis:
    todo = "look at the quotation marks, colons and spaces of this line and the one above"
    return sight.at.index, f"this is not YAML ({sight.problem})", todo


RULES: tuple[tuple[str, Callable[[_Sight], Diagnosis]], ...] = (
    (r"tab character", _tab),
    (r"cannot start any token", _token),
    (r"mapping values are not allowed", _colon),
    (r"mapping keys are not allowed", _token),
    (r"sequence entries are not allowed", _dash),
    (r"block collection: ", _item),
    (r"block mapping: ", _entry),
    (r"quoted scalar: .*(end of stream|document separator|document indicator)", _open_quote),
    (r"quoted scalar: .*(escape|hexa?dec)", _escape),
    (r"(alias|anchor): |undefined tag handle|(scanning|parsing) a tag: ", _opening),
    (r"flow (sequence|mapping): ", _bracket),
    (r"block scalar: ", _block_text),
    (r"simple key: ", _no_colon),
    (r"node: ", _no_value),
    (r"directive: |YAML document|directive", _directive),
    (r"document start", _after_end),
)
"""What the parser says (its context, a colon, its problem) → who can say it better; the first that matches."""
