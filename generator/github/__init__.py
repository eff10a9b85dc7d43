"""Beside the rooms: what a workflow on GitHub asks of us, and what we ask of GitHub.

A workflow runs `dateline github …` instead of a script: what strangers wrote is read from the files in which GitHub
hands it over, and never stands in a shell or in an expression.
"""
