# The two commands of a fresh machine are `make demo` and `make test`; both rest on `make setup`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STRICT ?=
SHELL := /bin/bash

.PHONY: help setup demo serve-demo test check lint types torture bench docs lock clean

help:
	@echo "make demo        rescue the demo paper and build its site (under two minutes)"
	@echo "make serve-demo  read it in a browser"
	@echo "make test        all tests that need no more than this machine has"
	@echo "make check       lint, types and tests: what CI runs"
	@echo "make torture     every crash point and a thousand real kills (hours)"
	@echo "make bench       speed, memory and quality, side by side with the peers (hours)"

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Backissue needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup
	$(BIN)/backissue demo --to demo-paper

serve-demo: demo
	$(BIN)/backissue serve -C demo-paper

test: setup
	STRICT=$(STRICT) $(BIN)/python -m pytest $(if $(STRICT),--strict-programs) -n 2 tests

lint: setup
	$(BIN)/ruff check src tests benchmarks tools
	$(BIN)/ruff format --check src tests benchmarks tools

types: setup
	$(BIN)/mypy

check: lint types test

torture: setup
	TORTURE=1 $(BIN)/python -m pytest -n 2 tests/torture

bench: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r benchmarks/requirements.lock
	$(BIN)/python -m benchmarks

docs: setup
	$(BIN)/python tools/docs.py

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --extra letters --group dev pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --group bench -c requirements.lock pyproject.toml -o benchmarks/requirements.lock
	echo pywb | uv pip compile --quiet --python-version 3.11 --generate-hashes --no-annotate - -o tests/pywb/requirements.lock

clean:
	rm -rf $(VENV) .venv-pywb demo-paper demo-paper-captures build dist .mypy_cache .ruff_cache .pytest_cache
