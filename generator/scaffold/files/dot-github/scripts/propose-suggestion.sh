#!/usr/bin/env bash
# Makes a pull request of a suggested event, or asks for what is missing. NUMBER is the number of the issue.
set -euo pipefail

dateline=${DATELINE:-.venv/bin/dateline}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

file=$("$dateline" github suggestion "$GITHUB_EVENT_PATH" --reply "$work/reply.md")
if [ -n "$file" ]; then
    if ! "$dateline" check --format github; then
        echo 'The suggestion does not pass the check, which says why.'
        exit 1
    fi
    "$dateline" github propose "suggestion-$NUMBER" "$file" --title "Event of suggestion #$NUMBER" --text "$work/reply.md"
else
    "$dateline" github comment "$NUMBER" "$work/reply.md" --mark suggestion
fi
