#!/usr/bin/env bash
# Comments on the pull request of a run what it changes in the timeline. RUN is the number of that run.
set -euo pipefail

dateline=${DATELINE:-.venv/bin/dateline}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

number=$("$dateline" github number "$GITHUB_EVENT_PATH")
if [ -z "$number" ]; then
    echo 'The pull request is closed, or has moved on.'
    exit 0
fi

# A private repository asks for a key, which is lent to this one command.
GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader" \
    GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$GITHUB_TOKEN" | base64 | tr -d '\n')" \
    git fetch --quiet --no-tags origin "refs/pull/$number/head"
head=$(git rev-parse --verify FETCH_HEAD)
base=$(git merge-base HEAD "$head")

if "$dateline" diff "$base" "$head" --format markdown >"$work/comment.md" 2>"$work/faults"; then
    printf '\n[A preview of the site](%s/%s/actions/runs/%d#artifacts) hangs on the check: unpack it, and open index.html.\n' \
        "${GITHUB_SERVER_URL:-https://github.com}" "$GITHUB_REPOSITORY" "$RUN" >>"$work/comment.md"
else
    # What is wrong quotes the file; the check shows it beside the lines that it is about.
    printf 'The timeline cannot be read with this change: the check says what is wrong, beside the lines.\n' >"$work/comment.md"
fi
"$dateline" github comment "$number" "$work/comment.md" --mark changes
