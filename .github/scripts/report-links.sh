#!/usr/bin/env bash
# Keeps an issue that says which sources can no longer be read, and where a copy of them stands.
set -euo pipefail

dateline=${DATELINE:-.venv/bin/dateline}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# shellcheck disable=SC2086 # LINKS_OPTIONS are several
"$dateline" links --format markdown ${LINKS_OPTIONS:-} >"$work/links.md"
if [ -s "$work/links.md" ]; then
    "$dateline" github issue "$work/links.md" --title 'Sources that cannot be read' --mark links
else
    echo 'Every source can be read.'
fi
