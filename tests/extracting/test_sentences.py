from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extracting.sentences import split


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The mayor left. The crowd stayed.", 2),
        ("Mr. Okafor met Dr. Lind.", 1),
        ("The vote on Feb. 3 failed.", 1),
        ("It opened on Oct. 18, 2023. It closed in May.", 2),
        ("Gen. A. B. Moreno spoke to U.S. Sen. Ruth Hale.", 1),
        ("They arrived at 5 p.m. in Oslo.", 1),
        ("They arrived at 5 p.m. The gates were shut.", 2),
        ("The ferry cost 3.5 million. It sank.", 2),
        ("“It is done.” The room fell silent.", 2),
        ("“Why now?” Okafor asked.", 1),
        ("“Why now?” The room fell silent.", 2),
        ("“Is it?” he said.", 1),
        ("She waited... Nobody came.", 2),
        ("The bridge … was closed.", 1),
        ("The bridge was closed.Officials blamed the storm.", 2),
        ("See harbour.example.Name for details.", 1),
        ("Tickets at Booking.Com from today.", 1),
        ("First line\nSecond line", 2),
        ("He works for Acme Inc. in Leeds.", 1),
        ("He left the U.S. The others stayed.", 2),
    ],
)
def test_a_text_is_split_into_its_sentences(text: str, count: int) -> None:
    assert len(split(text)) == count


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Sie trafen sich am 3. Mai in Kiel. Dann gingen sie.", "de", 2),
        ("Der 2. Senat tagte vom 3. bis 5. Mai 2022. Er vertagte sich.", "de", 2),
        ("Im 19. Jahrhundert war es anders.", "de", 1),
        ("Sie kamen am 3. Die anderen gingen.", "de", 2),
        ("Das war im Jahr 2022. Danach war Ruhe.", "de", 2),
        ("Dr. Lind zahlte ca. 3 Mio. Euro, d. h. viel.", "de", 1),
        ("Carthago fiel 146 v. Chr. nach langer Belagerung.", "de", 1),
        ("„Es ist vorbei.“ Der Saal schwieg.", "de", 2),
        ("Er sagte: „Es ist vorbei.“ „Nein“, rief sie.", "de", 2),
        ("El Sr. Lind y la Dra. Okafor llegaron a EE. UU. el lunes.", "es", 1),
        ("Llegaron a las 5 p. m. El puerto estaba cerrado.", "es", 2),
        ("¿Por qué? ¡Nadie lo sabe! «Ya veremos». Así acabó.", "es", 4),
        ("Ya no. ¿Y ahora?", "es", 2),
        ("Mr. Okafor met Dr. Lind.", "sv", 1),
    ],
)
def test_other_languages_have_abbreviations_and_ordinals_of_their_own(text: str, language: str, count: int) -> None:
    assert len(split(text, language)) == count


@given(st.text(alphabet="aA .!?\n“”\"'…1", max_size=200))
def test_offsets_lead_back_to_the_text_and_only_white_space_lies_between(text: str) -> None:
    sentences = split(text)
    position = 0
    for sentence in sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        assert not text[position : sentence.start].strip()
        position = sentence.end
    assert not text[position:].strip()


def test_a_line_break_always_ends_a_sentence() -> None:
    assert [sentence.text for sentence in split("a heading\nThe text begins. ")] == ["a heading", "The text begins."]
