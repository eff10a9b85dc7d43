"""Dateline turns news articles into a published, sourced timeline."""

__version__ = "0.1.0"
