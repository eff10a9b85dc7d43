"""Read PDF: the text of its pages by pypdf, put together to paragraphs."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import re
from typing import Any

from generator.errors import ArticleError
from generator.reading.article import PublishedDate
from generator.reading.calendar_dates import day_in
from generator.reading.credits import find_agency, find_publisher
from generator.reading.draft import Draft, Paragraph, fold
from generator.reading.fields import one_line
from generator.reading.furniture import clear
from generator.reading.headline import clean_title, find_title
from generator.reading.pdf_lines import join_pages
from generator.reading.publication import find_published
from generator.reading.quiet import quiet

__all__ = ["read_pdf"]

MAX_PAGES = 500
"""More pages make a book, and minutes of reading."""

CREATED = re.compile(r"^\s*(?:D:)?((?:19|20)\d\d)([01]\d)([0-3]\d)")
"""A date of PDF (ISO 32000-1, 7.9.4): D:20221230130000+03'00'."""

NO_TITLE = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|document\d*|print(?:ing)?|\(?anonymous\)?|.*\.(?:docx?|pdf"
    r"|indd|qxd|rtf|odt|tex|html?|pptx?))$",
    re.IGNORECASE,
)
"""What programs write where the author gave no title."""


def read_pdf(data: bytes, where: str, today: dt.date) -> Draft:
    """Read a PDF file.

    What its properties say is weak evidence, since a program wrote it: the title counts where the text has it too, or
    has none; the day on which the file was made only where the text says nothing of its publication.

    Args:
        data: The file.
        where: Its name, for messages.
        today: No article was published after this day.

    Returns:
        The article. Each paragraph has the number of its page, in place of a line.

    Raises:
        ArticleError: It is no PDF, damaged, encrypted, a book, or pictures without text.
    """
    pages, properties = _pages(data, where)
    page, margins = join_pages(pages)
    if not page:
        todo = "recognise its text (OCR), and give that"
        raise ArticleError("there is no text in this PDF, only pictures", where=where, todo=todo)
    headline = find_title(page)
    title = _title(clean_title(headline), properties.get("/Title", ""), page)
    cleared = clear(page, title=title)
    if not cleared.body:
        raise ArticleError("no article in this PDF", where=where, todo="save the article's own text")
    agency, publisher = find_agency(page), find_publisher(page, headline)
    removed = sorted((*cleared.removed, *margins), key=lambda piece: piece.line)
    draft = Draft(
        page=tuple(page),
        body=cleared.body,
        removed=tuple(removed),
        title=title,
        publisher=publisher or agency,
        agency=agency if publisher and publisher != agency else "",
        language=cleared.language,
    )
    created = _created(properties.get("/CreationDate", ""))
    if created is None or created > today or find_published(draft, today):
        return draft
    reason = f"the file was made on {created}, and its text does not say when it was published"
    return dataclasses.replace(draft, published=PublishedDate(created, "metadata", confidence="low", reason=reason))


def _pages(data: bytes, where: str) -> tuple[list[list[str]], dict[str, str]]:
    """The lines of each page, and the file's properties as text."""
    from pypdf.errors import DependencyError, FileNotDecryptedError, PdfReadError, WrongPasswordError

    todo = "save it again with a program that reads it"
    try:
        with quiet():
            return _extracted(data, where)
    except ArticleError:
        raise
    except (DependencyError, FileNotDecryptedError, WrongPasswordError):
        what, todo = "the PDF is encrypted", "save it again without a password"
    except PdfReadError as error:
        what = f"the PDF is damaged ({str(error).strip()[:80]})"
    except Exception as error:  # noqa: BLE001 on hostile files it raises whatever its code stumbles over
        what = f"the PDF is damaged ({type(error).__name__})"
    raise ArticleError(what, where=where, todo=todo)


def _extracted(data: bytes, where: str) -> tuple[list[list[str]], dict[str, str]]:
    """What pypdf reads."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data), strict=False)
    if len(reader.pages) > MAX_PAGES:
        raise ArticleError(f"the PDF has more than {MAX_PAGES} pages", where=where, todo="give its article alone")
    return [page.extract_text().splitlines() for page in reader.pages], _properties(reader)


def _properties(reader: Any) -> dict[str, str]:  # noqa: ANN401 pypdf is not imported yet where types are read
    """The properties that are text; a file may have none, or other things in their place."""
    return {str(key): one_line(str(value)) for key, value in (reader.metadata or {}).items() if isinstance(value, str)}


def _title(headline: str, property_: str, page: list[Paragraph]) -> str:
    """The headline of the text; that of the properties where the text has it too, or has none."""
    if not property_ or NO_TITLE.match(property_):
        return headline
    said = fold(property_)
    confirmed = any(fold(paragraph.text).startswith(said) for paragraph in page[:8])
    return property_ if confirmed or not headline else headline


def _created(said: str) -> dt.date | None:
    """The day on which a file was made."""
    match = CREATED.match(said)
    return day_in(*map(int, match.groups())) if match else None
