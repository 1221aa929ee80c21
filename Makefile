# homeroom: `make demo` to see it work, `make test` for what CI runs. Another Python: make PYTHON=…
PYTHON ?= python3
PY := .venv/bin/python
ROOMS := plans generators checkers office
PO := $(wildcard plans/locales/*/LC_MESSAGES/*.po)
MO := $(addsuffix homeroom.mo,$(sort $(dir $(PO))))

# A slow mirror is waited for, and ready-made wheels are taken before sources.
export PIP_DISABLE_PIP_VERSION_CHECK ?= 1
export PIP_DEFAULT_TIMEOUT ?= 60
export PIP_RETRIES ?= 10
export PIP_PREFER_BINARY ?= 1

.PHONY: demo test lint score bench gallery templates messages catalogue clean
.DELETE_ON_ERROR:

demo: .venv/installed
	.venv/bin/homeroom demo

test: .venv/test-installed catalogue lint
	$(PY) -m pytest -n 2 $(ROOMS:%=--cov=%) --cov-report=term:skip-covered --cov-fail-under=90

lint: .venv/test-installed
	$(PY) -m ruff check .
	$(PY) -m mypy

# How well the checker reads the labelled submissions of tests/corpus, Word and PDF.
score: .venv/test-installed
	PYTHONPATH=tests $(PY) -m corpus.score $(SCORE)

bench: .venv/test-installed
	$(PY) benchmarks/ratios.py

gallery: .venv/test-installed
	$(PY) docs/make_gallery.py

templates: .venv/test-installed
	$(PY) -m generators.draw_templates

messages: .venv/test-installed
	mkdir -p build
	$(PY) -m babel.messages.frontend extract --no-default-keywords -k _ -k N_ -k ngettext:1,2 \
		--add-location=file --omit-header -o build/homeroom.pot cli.py $(ROOMS)
	$(PY) -m babel.messages.frontend update -D homeroom -d plans/locales -i build/homeroom.pot \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 100
	$(PY) hatch_build.py
	$(PY) -m pytest tests/test_catalogue.py

catalogue: $(MO)

%/homeroom.mo: %/homeroom.po %/click.po %/rules.po | .venv/test-installed
	$(PY) hatch_build.py

clean:
	rm -rf .venv build dist .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis $(MO)

.venv/made:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
		"homeroom needs Python 3.11 or newer, this is " + sys.version.split()[0] + \
		"; name another: make PYTHON=python3.12")'
	"$(PYTHON)" -m venv .venv
	touch $@

.venv/installed: pyproject.toml hatch_build.py $(PO) | .venv/made
	@echo "Installing into .venv: seconds, or minutes behind a slow mirror"
	$(PY) -m pip install --quiet -e .
	touch $@

.venv/test-installed: pyproject.toml hatch_build.py | .venv/made
	@echo "Installing into .venv what the tests need: seconds, or minutes behind a slow mirror"
	$(PY) -m pip install --quiet -e ".[test,ocr]"
	touch $@ .venv/installed
