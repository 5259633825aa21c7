# tracewire: `make audit PAGE=…` runs the main job, `make test` the tests. Each installs what it needs, once.

PYTHON ?= python3
PAGE ?= examples/harbour-talks.html
OUT ?= reports
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: help audit test lint bench fuzz browser clean

help: ## what there is to run
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 10

audit: $(VENV)/.run ## audit PAGE (a URL or a file; without it, the bundled example)
	@$(BIN)/tracewire audit "$(PAGE)" --out "$(OUT)" $(ARGS)

test: $(VENV)/.dev browser ## all tests, headless Chromium included (ARGS="-k name" for some)
	@$(BIN)/python -m pytest -n auto $(ARGS)

lint: $(VENV)/.dev ## style and types
	@$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy

bench: $(VENV)/.dev ## speed and quality, side by side with peers
	@$(BIN)/python bench/run.py $(ARGS)
	@$(BIN)/python -m bench.corpus

fuzz: $(VENV)/.dev ## every parser of outside bytes, for ten minutes
	@$(BIN)/python -m bench.capture.fuzz 600

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "tracewire needs Python 3.11 or newer: make PYTHON=python3.12 …" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@# A first run compiles modules and templates, so that the next one starts in a blink.
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/tracewire audit examples/harbour-talks.html --out $(VENV)/first-run --quiet
	@touch $@

$(VENV)/.dev: $(VENV)/.run pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

browser:
	@$(BIN)/python tests/browser_setup.py

clean: ## remove the virtual environment and caches; reports stay
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
