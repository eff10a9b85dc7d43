"""The few words that candidates in German and Spanish need beside dates, a table a class, a row a language."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["CALLED_OFF", "DANGLING", "LEAD_INS", "NAMES", "PUT_OFF", "SPANS"]

LEAD_INS: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(
        r"(?:,\s*)?\b(?:am|im|in der|in den|in|an|ab|um|gegen|vom|von|zum|zu)\s+(?:(?:frühen|späten|dem|den|der)\s+)?$",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?:,\s*)?(?:\b(?:en|a|al|de|del|para|desde|por)\s+)?(?:\b(?:el|la|los|las|este|esta)\s+)?$", re.IGNORECASE
    ),
}
"""What leads to a date and goes with it: “am”, “en la”."""

SPANS: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(r"\b(seit|bis)\s+(?:(?:zum|zur|dem|der|Anfang|Mitte|Ende)\s+)*$", re.IGNORECASE),
    "es": re.compile(r"\b(desde|hasta)\s+(?:(?:el|la|los|las|a|finales|principios|mediados|de)\s+)*$", re.IGNORECASE),
}
"""What makes a date the end of a stretch of time: since, until."""

CALLED_OFF: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(r"\b(?:abgesagt|gestrichen|fällt aus|fallen aus)\b"),
    "es": re.compile(r"\b(?:cancelad[oa]s?|canceló|cancelaron|suspendid[oa]s?)\b"),
}
PUT_OFF: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(r"\b(?:verschoben|vertagt)\b"),
    "es": re.compile(r"\b(?:aplazad[oa]s?|aplazó|aplazaron|pospuest[oa]s?|pospuso)\b"),
}

DANGLING: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(
        r"(?:\s+(?:in|an|am|im|auf|und|oder|der|die|das|den|dem|des|ein|eine|einen|einem|einer|zu|zum|zur|mit|von|vom|für"
        r"|bei|nach|über|dieser|diesem|sich))+$"
    ),
    "es": re.compile(r"(?:\s+(?:de|del|la|el|los|las|y|e|o|en|a|al|un|una|por|para|con|que|su|sus|se|lo))+$"),
}
"""Words that no title ends with."""

_NAME = r"[A-ZÁÉÍÓÚÑ][a-záéíóúüñ]+"
NAMES: Mapping[str, re.Pattern[str]] = {
    "de": re.compile(r"(?!)"),
    "es": re.compile(rf"(?<=[a-záéíóúñ,] ){_NAME}(?: (?:(?:de|del|de la|de los|y) )?{_NAME}){{0,3}}"),
}
"""Names: in Spanish the words with capitals inside a sentence; none in German, where every noun has one."""
