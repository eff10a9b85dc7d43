"""What all tests share."""

from __future__ import annotations

from hypothesis import settings

# On a machine that does other work too, how long an example takes says nothing of the code.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")
