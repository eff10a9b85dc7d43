"""Reading PDF: paragraphs from lines, properties as weak evidence, clear refusals."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from generator.errors import ArticleError
from generator.reading import Item, read_item
from generator.reading.pdf import read_pdf
from generator.reading.pdf_lines import join_pages

TODAY = dt.date(2026, 11, 21)
STORY = [
    "The harbour council of Port Elm voted on Friday to rebuild the old",
    "lighthouse, which a storm had dam-",
    "aged in the winter before last and left without its lamp.",
    "Work on the long-term plan begins in May, the council said, and the",
    "long-",
    "term lease of the keepers' cottage ends with it, members were told.",
]


def texts(pages):
    return [paragraph.text for paragraph in join_pages(pages)[0]]


def read(data, **known):
    return read_item(Item("a.pdf", ".pdf", data=data, **known), today=TODAY)


def test_lines_are_put_together_to_paragraphs_and_broken_words_to_words():
    [paragraph] = texts([STORY])
    assert "the old lighthouse, which a storm had damaged in the winter before last and left" in paragraph
    assert "and the long-term lease of the keepers' cottage" in paragraph


def test_a_sentence_that_ends_in_a_short_line_ends_its_paragraph():
    lines = ["The council of Port Elm voted on Friday to rebuild the light", "house.", "It will cost two million."]
    assert texts([lines])[-1] == "It will cost two million."


@pytest.mark.parametrize("notice", ["© 2024 Elm Post. Cookies", "(c) Elm Post", "Copyright 2024 Elm Post"])
def test_a_notice_of_rights_begins_a_paragraph(notice):
    lines = ["A storm flooded the harbour on 14 January, and forty people were evacuated.", notice]
    assert texts([lines])[-1] == notice


@pytest.mark.parametrize(
    "said", ["8 March 2024", "Friday, March 8, 2024", "08.03.2024", "Updated: 8 March 2024, 10:15 CET"]
)
@pytest.mark.parametrize(
    "headline",
    [
        ["Lighthouse to shine again"],
        ["Lighthouse of Port Elm to shine again after the council of the town", "voted for it in a long night"],
    ],
)
def test_a_day_below_the_headline_is_that_of_publication(pdf, headline, said):
    article = read(pdf([[*headline, said, *STORY]]))
    assert article.dct == dt.date(2024, 3, 8)
    assert article.title == " ".join(headline)
    assert article.text.startswith("The harbour council")


def test_a_day_at_the_end_of_a_sentence_is_a_part_of_it():
    lines = ["The council of Port Elm wrote that the lighthouse would be built until", "8 March 2024.", "It cost much."]
    assert texts([lines])[0].endswith("would be built until 8 March 2024.")


def test_a_blank_line_a_heading_and_an_item_of_a_list_begin_paragraphs():
    lines = [
        "Lighthouse to shine again",
        "The council of Port Elm voted on Friday to rebuild the lighthouse",
        "at the mouth of the river.",
        "",
        "the lamp will be lit in",
        "- a week",
        "• May, and from then on every night until the end of the year",
    ]
    assert texts([lines])[0] == "Lighthouse to shine again"
    assert texts([lines])[2].startswith("the lamp")
    assert texts([lines])[-1].startswith("• May")


def test_heads_feet_and_numbers_of_pages_are_left_out_and_a_paragraph_goes_on_over_them():
    pages = [
        ["Port Elm Courier | 5 March 2024", "The council voted on Friday to rebuild the lighthouse", "Page 1 of 2"],
        ["Port Elm Courier | 6 March 2024", "that a storm had damaged.", "- 2 -"],
    ]
    paragraphs, removed = join_pages(pages)
    assert [(one.line, one.text) for one in paragraphs] == [
        (1, "The council voted on Friday to rebuild the lighthouse that a storm had damaged.")
    ]
    assert [(one.line, one.reason) for one in removed] == [
        (1, "running head"),
        (1, "page number"),
        (2, "running head"),
        (2, "page number"),
    ]


def test_an_article_is_read_with_its_pages_for_lines(pdf):
    second = ["It was built in 1871, and is a landmark.", "", "Boats of the whole bay are steered by it, they said."]
    article = read(pdf([["Lighthouse to shine again", "", *STORY], second]))
    assert article.title == "Lighthouse to shine again"
    assert article.text.startswith("The harbour council")
    assert article.line_at(len(article.text) - 1) == 2


def test_the_day_on_which_the_file_was_made_counts_only_where_the_text_gives_none(pdf):
    made = "/CreationDate (D:20240311090000+01'00')"
    undated = read(pdf([STORY], info=made)).published
    assert undated is not None
    assert (undated.value, undated.method, undated.confidence) == (dt.date(2024, 3, 11), "metadata", "low")
    assert "the file was made on 2024-03-11" in undated.reason
    dated = read(pdf([["Published on March 8, 2024", "", *STORY]], info=made)).published
    assert dated is not None
    assert dated.value == dt.date(2024, 3, 8)


@pytest.mark.parametrize("said", ["(D:20990101)", "(D:20241399)", "(soon)", "/Name"])
def test_a_day_in_the_future_or_none_at_all_is_no_evidence(pdf, said):
    assert read(pdf([STORY], info=f"/CreationDate {said}")).published is None


@pytest.mark.parametrize(
    ("said", "first", "title"),
    [
        ("Lighthouse to shine", "", "Lighthouse to shine"),
        ("Microsoft Word - draft7.docx", "", ""),
        ("Some other thing entirely", "Lighthouse to shine again in Port Elm", "Lighthouse to shine again in Port Elm"),
    ],
)
def test_a_title_of_the_properties_counts_where_the_text_has_no_other(pdf, said, first, title):
    lines = [first, "", *STORY] if first else STORY
    assert read(pdf([lines], info=f"/Title ({said})")).title == title


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the PDF is damaged"),
        (b"no PDF at all", "the PDF is damaged"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 40, "the PDF is damaged"),
    ],
)
def test_a_file_that_is_no_pdf_is_refused(data, message):
    with pytest.raises(ArticleError, match=message) as caught:
        read_pdf(data, "a.pdf", TODAY)
    assert caught.value.where == "a.pdf"
    assert caught.value.todo


def test_a_pdf_that_is_cut_short_is_read_as_far_as_it_goes_or_refused(pdf):
    whole = pdf([STORY])
    for end in range(20, len(whole), 97):
        try:
            assert read_pdf(whole[:end], "a.pdf", TODAY).body
        except ArticleError as error:
            assert error.where == "a.pdf"


def test_a_pdf_of_pictures_is_refused_with_what_to_do(pdf):
    with pytest.raises(ArticleError, match="only pictures") as caught:
        read(pdf([[], []]))
    assert "OCR" in caught.value.todo


def test_a_book_is_refused(pdf):
    with pytest.raises(ArticleError, match="more than 500 pages"):
        read(pdf([[]] * 501))


def test_a_pdf_of_labels_only_is_refused(pdf):
    with pytest.raises(ArticleError, match="no article in this PDF"):
        read(pdf([["Subscribe", "", "Share", "", "Advertisement"]]))


def test_an_encrypted_pdf_is_refused(pdf):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([STORY]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(ArticleError, match="encrypted"):
        read(out.getvalue())
