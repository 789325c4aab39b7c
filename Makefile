# Two commands matter: `make run` and `make test`. Each makes ready what it needs; .ci/ has the scripts that do it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup setup-test run test check check-formats check-full bench screenshots clean

PYTHON := .venv/bin/python
# What starts the app or loads Qt finds the libraries that set-up may have unpacked.
ENVIRONMENT := . .ci/environment;
PURE := annotator/domain/*,annotator/text/*,annotator/review/*

help: ## Lists every target in a sentence.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## Makes everything ready to run the app, and fetches only what is missing.
	@python3 .ci/setup.py

setup-test: ## Makes everything ready to run the tests as well.
	@python3 .ci/setup.py --test

run: setup ## Opens the window on the sample article; without a screen it writes a report and a picture of the window.
	@$(ENVIRONMENT) $(PYTHON) .ci/first_look.py

test: setup-test ## Runs every test, the window's and the real keys' included, and holds the pure layers at 100 % coverage.
	@$(ENVIRONMENT) $(PYTHON) -m pytest -n 2 --dist loadfile --cov --cov-report=
	@echo "Coverage of the pure layers, lines and branches, floor 100 %:"
	@$(PYTHON) -m coverage report --include='$(PURE)' --fail-under=100

check: setup-test ## Runs ruff, mypy and import-linter alone: the fast part of what the tests check.
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports

check-formats: setup-test ## Lets other people's programs open what we write: LibreOffice, Nu Html Checker, axe, poppler, qpdf.
	@python3 .ci/checkers.py
	@$(ENVIRONMENT) $(PYTHON) -m pytest tests/formats -n 2

check-full: test check-formats ## Runs the tests, other people's programs, and thousands of examples for each law.
	@$(ENVIRONMENT) ANNOTATOR_HYPOTHESIS=thorough $(PYTHON) -m pytest -n 2 -m hypothesis --timeout 3600

bench: setup-test ## Measures the app against its stated comparisons and prints a table.
	@$(ENVIRONMENT) for script in tests/bench/[a-z]*.py; do PYTHONPATH=tests $(PYTHON) "$$script"; done

screenshots: setup ## Draws the README's pictures again.
	@$(ENVIRONMENT) $(PYTHON) .ci/screenshots.py

clean: ## Takes away what was built and cached; .venv and the user's library stay.
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage*
	@find annotator tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +
