"""The timeline's file before anything is in it, with comments that teach."""

from __future__ import annotations

__all__ = ["NEW_FILE"]

NEW_FILE = """\
# yaml-language-server: $schema=events.schema.json
schema: 1

# What the timeline says of itself. Readers see the title and the scope first.
timeline:
  title: Timeline
  language: en
  # scope: What is in, what is not, and who decides

# Who is named here gets a page; other names in the events stay plain text.
# actors:
#   ada: {name: Ada Example, aliases: [the president of Examplia]}

# The articles. Fill in a published that is null, run `dateline extract` again, and what waits for it gets its dates.
sources: {}

# The events, oldest first. `review: candidate` waits for you: delete that line, or run `dateline accept ID`.
# `dateline reject ID` keeps a candidate from being proposed again. Everything else is yours to correct.
events: []
"""
"""A new `events.yaml`; its first line tells editors where the schema is."""
