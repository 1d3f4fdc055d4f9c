# Needs make and Python 3.11 or newer; every dependency comes as a wheel, so no compiler.
PYTHON ?= python3
IN ?= samples
OUT ?= out
BIN := .venv/bin
INSTALLED := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help install extract test lint types docs golden check

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(INSTALLED) ## make .venv with the program and its tools (once)

# pip compiles what it copies; the program stays in place.
$(INSTALLED): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("kpi-extract needs Python 3.11 or newer; name one: make install PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --prefer-binary -c constraints.txt -e '.[dev,ocr,s3,cluster]'
	$(BIN)/python -m compileall -q extract schemas
	@touch $@

extract: $(INSTALLED) ## read the reports in IN (samples), write the tables to OUT (out)
	$(BIN)/kpi-extract run $(IN) --out $(OUT)

test: $(INSTALLED) ## run all tests
	$(BIN)/python -m pytest -n 2

lint: $(INSTALLED) ## ask ruff about style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED) ## ask mypy about types
	$(BIN)/mypy

docs: $(INSTALLED) ## see that the generated pages of docs/ are current
	$(BIN)/python docs/generate.py --check

golden: $(INSTALLED) ## rewrite samples/*.expected; read the diff before you commit it
	$(BIN)/python samples/golden.py

check: test lint types docs ## everything that must hold before a commit
