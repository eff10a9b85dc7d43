"""Beside curating: a person goes through the candidates, one after another, and decides."""
