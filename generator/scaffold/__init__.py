"""Beside curating: the files of a whole new timeline. They lie in `files/`; what ends in `.j2` is filled in."""
