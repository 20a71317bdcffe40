# One word a task. Needs Python 3.11 or newer and make; everything else is installed into .venv by itself.
# Another Python: make site PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
# Material prints a banner about MkDocs 2 otherwise.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := site
.PHONY: site serve check test fix golden figures lighthouse lock clean

site: .venv/for-site ## Build the site into site/
	@rm -rf .cache/site .cache/before
	@mkdir -p .cache
	@$(BIN)/python -m mkdocs build --quiet --strict --site-dir .cache/site
	@if [ -e site ]; then mv site .cache/before; fi
	@mv .cache/site site
	@rm -rf .cache/before
	@echo "The site is in site/. To look at it: make serve, or open site/ with any web server:"
	@echo "  $(BIN)/python -m http.server --directory site 8000    then http://127.0.0.1:8000/"

serve: .venv/for-site ## Preview at http://127.0.0.1:8000/, reloading when data, templates or docs change
	@$(BIN)/python -m mkdocs serve

check: .venv/for-site ## Check the data only
	@$(BIN)/python hooks/check.py

test: .venv/for-test ## Run every check and test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python tests/browser.py
	$(BIN)/pytest

fix: .venv/for-test ## Put Python code into the common format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

golden: .venv/for-test ## Rewrite expected pages and reports under tests/ after a wanted change
	$(BIN)/pytest tests/test_golden.py tests/test_problems.py --update-golden

figures: .venv/for-test ## Compare the figures with the facts; write every frame to .cache/figures.html
	@PYTHONPATH=hooks:tests $(BIN)/python tests/figures/review.py

lighthouse: .venv/for-test ## Measure a page of each kind with Lighthouse (needs npm); figures go to .cache/lighthouse.md
	@PYTHONPATH=hooks:tests $(BIN)/python tests/lighthouse.py

lock: .venv/bin/python ## Pin the newest versions that pyproject.toml allows, with hashes
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate pyproject.toml --group test --constraint requirements.txt --output-file requirements-test.txt

clean: ## Delete what can be made again
	rm -rf .venv .cache site

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name it with: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up .venv; this happens once."
	@$(PYTHON) -m venv .venv

.venv/for-site: requirements.txt | .venv/bin/python
	@$(PIP) -r requirements.txt
	@touch $@

.venv/for-test: requirements.txt requirements-test.txt | .venv/bin/python
	@$(PIP) -r requirements-test.txt
	@touch $@ .venv/for-site
