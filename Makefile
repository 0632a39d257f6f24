# The two commands: `make run` opens the program, `make test` passes all tests. Both set up what they need.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SOURCES := model data screens tui
CATALOG := data/locales/bridgelog.pot
ARGS ?=

# The newest Python that works here: a name alone may be a stand-in that only says what is not installed.
FITS := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2])
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	$$name -c "$(FITS)" >/dev/null 2>&1 && echo $$name && break; done)

# Compiled sources start four times as fast, also where the environment says not to compile.
COMPILE = PYTHONDONTWRITEBYTECODE= $(BIN)/python -m compileall -q -j 0 $(SOURCES)

# The tests wait for disks and terminals half of their time: two at once on each core.
WORKERS = $(BIN)/python -c "import os; print(2 * (os.cpu_count() or 1))"

.PHONY: run test check browser catalogs pictures bench torture wheel clean

run: $(READY)
	@$(COMPILE) || true
	@$(BIN)/bridgelog $(ARGS)

test: check
	$(COMPILE)
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n $$($(WORKERS)) --dist worksteal

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# What `test` leaves out where no browser is installed.
browser: $(READY)
	BRIDGELOG_BROWSER_REQUIRED=1 $(BIN)/python -m pytest tests/tui/test_serve_in_a_browser.py

# Collects the marked texts, and brings the languages that there are up to date.
catalogs: $(READY)
	$(BIN)/pybabel -q extract -F data/locales/babel.cfg --no-location --sort-output --omit-header \
		-k _ -k N_ -k NP_:1c,2 -k Message -k Counted:1,2 -k ngettext:1,2 -o $(CATALOG) .
	for language in $$(ls data/locales | grep -v '\.'); do \
		$(BIN)/pybabel -q update -D bridgelog -i $(CATALOG) -d data/locales -l $$language --no-fuzzy-matching --ignore-obsolete && \
		$(BIN)/pybabel -q compile -D bridgelog -d data/locales -l $$language || exit 1; \
	done

pictures: $(READY)
	$(BIN)/python -m docs.make_pictures
	$(BIN)/python -m docs.browser_picture

bench: $(READY)
	$(BIN)/python benchmarks/storage.py
	$(BIN)/python benchmarks/review.py

torture: $(READY)
	BRIDGELOG_TORTURE=2000 $(BIN)/python -m pytest -n 2 --timeout 3600 tests/faults

wheel: $(READY)
	rm -rf build
	$(BIN)/python -m build --wheel --no-isolation

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Bridgelog needs Python 3.11 or later, with venv: install it, or say make PYTHON=…"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt setuptools
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install -q --disable-pip-version-check \
		--no-build-isolation -c constraints.txt -e ".[dev]"
	touch $(READY)

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
