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

# What waits in an open pull request, and what people did there, is gone on from: no feed names it for ever. Only its data
# are taken, never its program. A private repository asks for a key, which is lent to this one command.
onto=
if [ -n "$("$dateline" github proceed candidates)" ]; then
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader" \
        GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$GITHUB_TOKEN" | base64 | tr -d '\n')" \
        git fetch --quiet --no-tags --depth=1 origin refs/heads/candidates
    onto=$(git rev-parse --verify FETCH_HEAD)
    git restore --source "$onto" --staged --worktree -- data
fi

# A host that is down is named, and the others are read; only where nothing came is there nothing to do.
# shellcheck disable=SC2086 # FETCH_OPTIONS are several
"$dateline" fetch "$feeds" --limit "${LIMIT:-200}" ${FETCH_OPTIONS:-} || echo 'Not everything could be fetched.'
if [ -n "$(find data/articles -type f ! -name '.*' -print -quit 2>/dev/null)" ]; then
    "$dateline" extract data/articles --no-inbox
fi

mapfile -d '' -t changed < <(git ls-files -z --modified --others --exclude-standard -- data ':!data/articles')
if [ "${#changed[@]}" -eq 0 ]; then
    echo 'Nothing new.'
    exit 0
fi
"$dateline" diff HEAD --format markdown >"$work/changes.md"
"$dateline" github propose candidates "${changed[@]}" --title 'Events that the feeds report' --text "$work/changes.md" \
    --onto "$onto"
