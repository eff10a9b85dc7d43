"""Beside the rooms: files of events that others wrote → drafts of events, and what could not be kept of them.

A reader is a function from a file to a `Batch`; `files` says which reads what. None writes, and none gives up on a file
for one of its rows: what a row says and the format cannot hold is a remark with the row's number.
"""
