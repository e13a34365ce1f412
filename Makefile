# Every target creates its environment; later runs reuse it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SPECLOOM := $(BIN)/specloom
PROJECT := specs/specloom.toml

# Without bytecode, each process of the tests would compile all that it imports.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup generate documents check types test whole install-test coverage-matrix conformance corpus corpus-big prism roundtrip example soak
.PHONY: engines-test java
.PHONY: bench bench-setup bench-docs budgets redis valgrind lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

setup: $(VENV)/.editable ## create the virtual environment from the lock file

$(VENV)/.editable: $(VENV)/.installed pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is required; select one with: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.PHONY: docs
docs: setup ## write the reference pages of hubspot-crm to build/reference, after a check of their translations
	$(SPECLOOM) docs --project $(PROJECT) --check
	$(SPECLOOM) docs --project $(PROJECT)

EXAMPLE := examples/pets/specloom.toml

generate: setup ## write generated/ from specs/, and the package of examples/pets
	$(SPECLOOM) generate --project $(PROJECT)
	$(SPECLOOM) generate --project $(EXAMPLE)

documents: setup ## write specs/documents/ from specs/tables/
	$(BIN)/python -m specs.authoring

.PHONY: recipes
recipes: setup ## write docs/recipes.md from examples/recipes/
	PYTHONPATH=generated $(BIN)/python -m examples.recipes

.PHONY: reference site
reference: setup ## write the reference pages, pictures and recorded sessions of docs/ from the code
	$(BIN)/python -m website.reference
	$(BIN)/python -m website.picture
	$(BIN)/python -m website.recording
	$(BIN)/python -m website.terminals
	$(BIN)/python -m website.sessions

SITE := build/site-venv
site: $(SITE)/.installed ## build the documentation site in build/site; any broken link fails
	$(SITE)/bin/zensical build --strict --clean --config-file mkdocs.yml

$(SITE)/.installed: website/requirements.txt
	@mkdir -p build
	$(PYTHON) -m venv --clear $(SITE)
	$(SITE)/bin/python -m pip install --quiet --disable-pip-version-check -r website/requirements.txt
	@touch $@

BROWSER := build/browser-venv
.PHONY: browser-test chromium
browser-test: site docs $(BROWSER)/.installed ## open the built pages in a headless Chromium
	$(BROWSER)/bin/python -m pytest -q -p no:cacheprovider tests/browser

$(BROWSER)/.installed: website/browser-requirements.txt
	@mkdir -p build
	$(PYTHON) -m venv --clear $(BROWSER)
	$(BROWSER)/bin/python -m pip install --quiet --disable-pip-version-check -r website/browser-requirements.txt
	@touch $@

chromium: ## install the Chromium that `make browser-test` drives, where apt-get can
	@command -v chromium >/dev/null || \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -qq -y --no-install-recommends chromium >/dev/null; }

check: setup ## check documents, generated package, formatting and types
	$(BIN)/python -m specs.authoring --check
	$(SPECLOOM) check --strict --project $(PROJECT)
	$(SPECLOOM) docs --project $(PROJECT) --check
	$(BIN)/ruff check --quiet generator specs tests examples benchmarks website
	$(BIN)/black --quiet --check generator specs tests examples benchmarks website
	$(BIN)/black --quiet --check --line-length 100 --target-version py311 --extend-exclude '^$$' templates
	$(MAKE) --no-print-directory types

types: setup ## mypy and pyright, both strict
	$(BIN)/mypy
	$(BIN)/pyright

# Tests wait for servers and processes as often as they compute.
WORKERS ?= $(shell echo $$((2 * $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2))))
test: setup ## the quick suite
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

whole: setup ## the slow tests: whole documents, values of every schema, types of programs
	$(BIN)/python -m pytest -q -n auto -m whole tests

SAMPLE ?= 60
SEED ?= 1
corpus: setup ## try a sample of public documents: generate, import, find every operation, mypy (SAMPLE=, SEED=)
	$(BIN)/python -m tests.corpus --sample $(SAMPLE) --seed $(SEED) --mypy

corpus-big: setup ## GitHub, Stripe, Kubernetes, Twilio, Okta: the same, with times and memory
	$(BIN)/python -m tests.corpus --big --cold --mypy --jobs 1 --seconds 1200

install-test: setup ## build both wheels, install each into empty environments, and use it; two minutes
	$(BIN)/python -m pytest -q -m install tests/install

ENGINES := build/engines
engines-test: $(ENGINES)/.installed ## test Arrow columns, Spark and Dask on engines on this machine; `make java` for Spark
	$(ENGINES)/bin/python -m pytest -q -m engines tests/engines

$(ENGINES)/.installed: tests/engines/requirements.txt
	@mkdir -p build
	$(PYTHON) -m venv --clear $(ENGINES)
	$(ENGINES)/bin/python -m pip install --quiet --disable-pip-version-check -r tests/engines/requirements.txt
	@touch $@

coverage-matrix: setup ## operations declared / generated / tested, as a table and as build/coverage.html
	@mkdir -p build && rm -f build/tested.txt
	SPECLOOM_TESTED=$(CURDIR)/build/tested.txt $(BIN)/python -m pytest -q -n auto tests/package/test_every_operation.py
	$(SPECLOOM) coverage --project $(PROJECT) --tested build/tested.txt --page build/coverage.html

conformance: setup ## run generated packages against AutoRest's test server; requires node and npm
	$(BIN)/python -m tests.conformance.autorest

prism: setup ## call every operation against Prism, a mock that validates; requires node and npm
	$(BIN)/python -m tests.conformance.prism

roundtrip: setup ## decode and encode values of the schemas of 50 public documents: DOCUMENTS=50 SEED=1
	$(BIN)/python -m tests.roundtrip --documents $(or $(DOCUMENTS),50) --seed $(or $(SEED),1)

example: setup ## run examples/ offline, against a server on loopback
	PYTHONPATH=generated $(BIN)/python -m examples.batch_tasks

soak: setup ## a million records with every transport against a server with faults; takes an hour
	@rm -f build/soak.jsonl
	$(BIN)/python -m pytest -q -m soak tests/soak
	@echo "the results are in build/soak.jsonl"

bench-setup: setup ## install the other tools of the benchmark, each in its own environment under build/bench
	$(BIN)/python -m benchmarks.environments

bench: bench-setup ## measure next to other tools, half an hour; QUICK=1 five minutes; ROWS="decode get" only some
	$(BIN)/python -m benchmarks $(ROWS) $(if $(QUICK),--quick) $(if $(ROUNDS),--rounds $(ROUNDS))

.PHONY: bench-columns
bench-columns: setup $(ENGINES)/.installed ## read 100,000 records into Parquet, next to hubspot-api-client, with Spark and with Dask; ten minutes
	$(BIN)/python -m benchmarks.columns

bench-docs: bench-setup ## write the measurements to README.md and docs/benchmarks.md, and draw the plots
	$(BIN)/python -m benchmarks plots
	$(BIN)/python -m benchmarks table --write

budgets: setup ## print counts of modules, bytes and instructions with their budgets; WRITE=1 sets new budgets
	$(BIN)/python -m tests.budgets $(if $(WRITE),--write)

redis: ## install the redis-server that some tests run against, where apt-get can
	@command -v redis-server >/dev/null || \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -qq -y --no-install-recommends redis-server >/dev/null; }

java: ## install the Java that Spark runs on in tests, where apt-get can
	@command -v java >/dev/null || \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -qq -y --no-install-recommends openjdk-17-jre-headless >/dev/null; }

valgrind: ## install the valgrind that counts instructions for the budgets, where apt-get can
	@command -v valgrind >/dev/null || \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -qq -y --no-install-recommends valgrind >/dev/null; }

lock: setup ## resolve requirements.lock again
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra dev \
	  --no-emit-index-url --custom-compile-command "make lock" -o requirements.lock pyproject.toml

clean: ## remove the files of all targets, except generated/
	rm -rf $(VENV) .mypy_cache .pytest_cache .hypothesis .import_linter_cache build dist
