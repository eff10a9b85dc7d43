# `make site` and `make test` are all the set-up there is: each makes .venv first where it is missing or out of date.
# Once installed, nothing here asks the network for anything, `make lock`, `make audit` and `make test-lowest` aside.

PYTHON ?= python3
UV ?= uv

VENV := .venv
BIN := $(VENV)/bin
# Named for the interpreter, so that `make PYTHON=python3.12 …` makes the environment anew.
READY := $(VENV)/ready-$(notdir $(PYTHON))

# Checkers that only npm has; where there is no npm, they are left out.
NPM := $(shell command -v npm)
CHECKS := $(if $(NPM),checks/node_modules/.package-lock.json)

# A process for each core, each of which takes of the others what these have not begun.
PARALLEL := -n auto --maxprocesses 8 --dist worksteal

ARTICLES := data/articles
EVENTS := data/events.yaml

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help env site serve test test-lowest lint audit format messages scaffold bench screenshots lock clean
.PHONY: fuzz mutation licences

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

env: $(READY) ## make .venv from the lock file

$(READY): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo 'Dateline needs Python 3.11 or later: name one, as in `make PYTHON=python3.12 site`.' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo 'This Python cannot make environments: install its venv module (on Debian and Ubuntu: python3-venv).' >&2; exit 1; }
	@ours=$$($(BIN)/python -c 'import pip, sys; print(sys.version)' 2>/dev/null) \
	    && [ "$$ours" = "$$($(PYTHON) -c 'import sys; print(sys.version)')" ] \
	    || $(PYTHON) -m venv --clear $(VENV)
	@echo 'Installing into $(VENV) from requirements.txt: once, a minute or two.'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@rm -f $(VENV)/ready-* && touch $@

checks/node_modules/.package-lock.json: checks/package-lock.json
	@echo 'Installing checkers into checks/node_modules: once, half a minute.'
	@cd checks && npm ci --silent --no-audit --no-fund --ignore-scripts && touch node_modules/.package-lock.json

site: $(READY) ## extract the demo's articles and build the whole site in site/
	$(BIN)/dateline extract $(ARTICLES) --events $(EVENTS)
	$(BIN)/dateline build

serve: $(READY) ## show the site on this machine, rebuilt when a file changes
	$(BIN)/dateline serve

test: $(READY) $(CHECKS) ## run all tests; those in a browser skip without Chromium, unless REQUIRE_BROWSER=1
	$(BIN)/pytest --cov $(PARALLEL)

test-lowest: $(READY) ## run all tests on the oldest versions that pyproject.toml allows (needs uv and the network)
	@command -v $(UV) >/dev/null || { echo 'This needs uv: pip install uv' >&2; exit 1; }
	$(UV) venv --quiet --clear --python $(BIN)/python .venv-lowest
	$(UV) pip install --quiet --python .venv-lowest/bin/python --resolution lowest-direct -e '.[test]'
	.venv-lowest/bin/pytest $(PARALLEL)

lint: $(READY) $(CHECKS) ## check form, rules and types of the code, of the scripts (with npm), and the workflows
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet --persona=pedantic .github
	@if [ -x $(BIN)/actionlint ]; then echo '$(BIN)/actionlint'; $(BIN)/actionlint -shellcheck= -pyflakes=; \
	    else echo 'actionlint: left out, no package for this platform'; fi
ifdef NPM
	checks/node_modules/.bin/tsc --project checks/tsconfig.json
	checks/node_modules/.bin/eslint --config checks/eslint.config.mjs --max-warnings 0 generator/assets
else
	@echo 'tsc, eslint and html-validate: left out, there is no npm'
endif

audit: ## ask the advisories whether what the lock names has a known weakness (needs the network)
	$(PYTHON) -m venv --clear .venv-audit
	.venv-audit/bin/python -m pip install --quiet --disable-pip-version-check 'pip-audit==2.9.0'
	.venv-audit/bin/pip-audit --requirement requirements.txt --require-hashes --disable-pip --progress-spinner off

format: $(READY) ## put the code into form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

messages: $(READY) ## bring the files of messages up to date with the code and the templates
	$(BIN)/pybabel --quiet extract --mapping-file babel.cfg --output-file .messages.pot --add-location file --omit-header \
	    --no-default-keywords -k _ -k gettext -k ngettext:1,2 -k pgettext:1c,2 -k gettext_noop -k ngettext_noop:1,2 \
	    -k pgettext_noop:1c,2 .
	@for file in generator/messages/*.po; do \
	    $(BIN)/pybabel --quiet update --input-file .messages.pot --output-file $$file --locale $$(basename $$file .po) \
	        --no-wrap --ignore-pot-creation-date --ignore-obsolete --no-fuzzy-matching || exit 1; done
	@rm -f .messages.pot

scaffold: $(READY) ## bring what `dateline init` writes for GitHub up to date with .github
	$(BIN)/python .ci/scaffold.py

screenshots: site ## take the README's picture from the demo's site (needs Chromium)
	$(BIN)/python docs/screenshots/take.py

bench: $(READY) ## run every benchmark, print its figures, and fail if one is beyond its bound in benchmarks/floors.toml
	@failed=; for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python "$$script" || failed="$$failed $$script"; done; \
	    if [ -n "$$failed" ]; then echo "failed, or beyond a bound of benchmarks/floors.toml:$$failed" >&2; exit 1; fi

fuzz: $(READY) ## give a few thousand damaged inputs to all that reads what strangers hand in
	$(BIN)/python benchmarks/fuzz/run.py

mutation: $(READY) ## count how many small mistakes in curating and dates the tests notice (Linux; an hour)
	$(BIN)/python benchmarks/mutation/run.py

licences: $(READY) ## list in docs/dependencies.md the licence of each package of the lock
	$(BIN)/python .ci/licences.py

lock: ## write requirements.txt anew from pyproject.toml (needs uv and the network)
	@command -v $(UV) >/dev/null || { echo 'This needs uv: pip install uv' >&2; exit 1; }
	$(UV) pip compile --quiet --universal --python-version 3.11 --all-extras --generate-hashes --no-emit-index-url \
	    --no-emit-find-links --custom-compile-command 'make lock' --output-file requirements.txt pyproject.toml

clean: ## remove what make made, the environment too
	rm -rf $(VENV) .venv-lowest .venv-audit checks/node_modules benchmarks/node_modules site .cache .coverage .coverage.* htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
