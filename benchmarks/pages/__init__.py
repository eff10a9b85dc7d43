"""Invented web pages, reprints and rewritings, whose answers are known: what `reading.py` measures on."""
