#!/usr/bin/env bash
# Fetches what the feeds name, extracts events, and proposes them in a pull request.
set -euo pipefail

dateline=${DATELINE:-.venv/bin/dateline}
feeds=${FEEDS:-data/feeds.yaml}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ ! -s "$feeds" ]; then
    echo "There is no $feeds: write the addresses of feeds into it."
    exit 0
fi

# A host that is down is named, and the others are read; only where nothing came is there nothing to do.
"$dateline" fetch "$feeds" --limit "${LIMIT:-200}" ${FETCH_OPTIONS:-} || echo 'Not everything could be fetched.'
"$dateline" extract data/articles --no-inbox

mapfile -d '' -t changed < <(git ls-files -z --modified --others --exclude-standard -- data ':!data/articles')
if [ "${#changed[@]}" -eq 0 ]; then
    echo 'Nothing new.'
    exit 0
fi
"$dateline" diff HEAD --format markdown >"$work/changes.md"
"$dateline" github propose candidates "${changed[@]}" --title 'Events that the feeds report' --text "$work/changes.md"
