# The two commands: `make run` opens the program, `make test` passes all tests. Both set up what they need.

PYTHON ?= $(firstword $(foreach name,python3.13 python3.12 python3.11 python3,$(shell command -v $(name) 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SOURCES := model data screens tui
ARGS ?=

.PHONY: run test check catalogs pictures bench torture wheel clean

run: $(READY)
	@$(BIN)/bridgelog $(ARGS)

test: check
	$(BIN)/python -m pytest -n 2

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

catalogs: $(READY)
	$(BIN)/pybabel -q extract -F data/locales/babel.cfg --no-location --sort-output --omit-header \
		-k _ -k N_ -k Message -k Counted:1,2 -k ngettext:1,2 -o data/locales/bridgelog.pot .

pictures: $(READY)
	$(BIN)/python -m docs.make_pictures

bench: $(READY)
	$(BIN)/python benchmarks/storage.py

torture: $(READY)
	BRIDGELOG_TORTURE=2000 $(BIN)/python -m pytest -n 2 --timeout 3600 tests/faults

wheel: $(READY)
	$(BIN)/python -m build --wheel --no-isolation

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Bridgelog needs Python 3.11 or later')"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt setuptools
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install -q --disable-pip-version-check \
		--no-build-isolation -c constraints.txt -e ".[dev]"
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m compileall -q $(SOURCES) || true
	touch $(READY)

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
