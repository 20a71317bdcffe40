# One word a task. Needs Python 3.11 or newer and make; everything else is installed into .venv by itself.
# Another Python: make site PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
# What make review compares with; passed on without the shell reading it.
base ?= main
export base
# Material prints a banner about MkDocs 2 otherwise.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := site
.PHONY: site serve check draw new review overdue stamp audit test fix golden figures lighthouse bench profile stage zensical released lock clean

site: .venv/for-site check ## Build the site into site/
	@$(BIN)/python -m mkdocs build --strict
	@echo "The site is in site/. To look at it: make serve, or open site/ with any web server:"
	@echo "  $(BIN)/python -m http.server --directory site 8000    then http://127.0.0.1:8000/"

serve: .venv/for-site ## Preview at http://127.0.0.1:8000/, reloading when data, templates or docs change
	@$(BIN)/python -m mkdocs serve

check: .venv/for-site ## Check data, pages and settings; for one file: make check file=data/exercises/squat.yml
	@$(BIN)/python hooks check $(if $(file),--file "$$file")

draw: .venv/for-site ## Check and draw one exercise's figure into .cache/draw.html: make draw file=data/exercises/squat.yml
	@$(BIN)/python hooks draw "$${file:-$$FILE}" $(if $(frame),--frame "$$frame")

review: .venv/for-site ## Show what readers will see differently since another version: make review base=main
	@$(BIN)/python hooks review "--base=$$base"

overdue: .venv/for-site ## List what no professional has reviewed, and facts not checked for long: make overdue months=12
	@$(BIN)/python hooks overdue $(if $(months),"--months=$$months")

stamp: .venv/for-site ## Print what a review begins with: make stamp entry=exercises/squat
	@$(BIN)/python hooks stamp "$$entry"

audit: .cache/audit/ready ## Look for known vulnerabilities of what is pinned; asks the network, and no answer is a failure
	.cache/audit/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off \
	  -r requirements.txt -r requirements-test.txt

new: .venv/for-site ## Write what to fill in: make new exercise=<id>; or routine, muscle, equipment, pattern, source, condition, region, test, gate=<id>
	@$(BIN)/python hooks new "exercise=$$exercise" "routine=$$routine" "muscle=$$muscle" "equipment=$$equipment" \
	  "pattern=$$pattern" "source=$$source" "condition=$$condition" "region=$$region" "test=$$test" "gate=$$gate"

test: .venv/for-test ## Run every check and test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python tests/installed_browser.py
	$(BIN)/pytest -n auto --dist loadfile

fix: .venv/for-site ## Put the data, and code where the tools for it are installed, into the common layout
	@$(BIN)/python hooks fix
	@if [ -x $(BIN)/ruff ]; then $(BIN)/ruff check --fix && $(BIN)/ruff format; fi

golden: .venv/for-test ## Rewrite what is kept of pages, reports, schemas and issue forms after a wanted change
	$(BIN)/pytest tests/pages/test_golden.py tests/reading/test_planted_problems.py tests/authoring/test_schema.py tests/authoring/test_forms.py tests/review/test_review.py::test_the_summary_letter_by_letter --update-golden

figures: .venv/for-test ## Compare the figures with the facts; write every frame to .cache/figures.html
	@PYTHONPATH=hooks:tests $(BIN)/python tests/figure/review.py

lighthouse: .venv/for-test ## Measure a page of each kind with Lighthouse (needs npm); figures go to .cache/lighthouse.md
	@PYTHONPATH=hooks:tests $(BIN)/python tests/lighthouse.py

bench: .venv/for-test .cache/bench-venv/done ## Measure builds beside plain ones, or what=serve edits under a preview; sizes="14 1000"
	@PYTHONPATH=hooks:tests $(BIN)/python -m bench.$(or $(what),builds) $(if $(kept),--kept) $(sizes)

profile: .venv/for-test ## Print whose code takes the time of a build; sizes="14 1000" for other numbers of exercises
	@PYTHONPATH=hooks:tests $(BIN)/python -m bench.stages $(sizes)

stage: .venv/for-site ## Write every output to .cache/stage, for another generator to build
	@$(BIN)/python hooks stage

zensical: stage .cache/bench-venv/done ## Build what is staged with Zensical, into .cache/stage/site
	@cd .cache/stage && ../bench-venv/bin/zensical build --clean --strict

released: .venv/for-site ## Add new ids to data/released.yml, a step of every release
	@$(BIN)/python hooks release

LOCK = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-header --no-annotate

lock: .venv/bin/python ## Pin the newest versions that pyproject.toml allows, with hashes
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(LOCK) pyproject.toml --output-file requirements.txt
	$(LOCK) pyproject.toml --group test --constraint requirements.txt --output-file requirements-test.txt
	$(LOCK) --group bench --constraint requirements.txt --output-file requirements-bench.txt
	$(LOCK) --group audit --output-file requirements-audit.txt

clean: ## Delete what can be made again
	rm -rf .venv .cache site .site.build

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name it with: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@echo "Setting up .venv; this happens once."
	@$(PYTHON) -m venv .venv

.cache/audit/ready: requirements-audit.txt
	@mkdir -p .cache
	@$(PYTHON) -m venv --clear .cache/audit
	@.cache/audit/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r $<
	@touch $@

.venv/for-site: requirements.txt | .venv/bin/python
	@$(PIP) -r requirements.txt
	@touch $@

.venv/for-test: requirements.txt requirements-test.txt | .venv/bin/python
	@$(PIP) -r requirements-test.txt
	@touch $@ .venv/for-site

.cache/bench-venv/done: requirements-bench.txt | .venv/bin/python
	@$(PYTHON) -m venv .cache/bench-venv
	@$(PIP:$(BIN)/%=.cache/bench-venv/bin/%) -r $< && touch $@ \
	  || echo "Zensical could not be installed, so the table has no times of it." >&2
