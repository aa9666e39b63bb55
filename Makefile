# The few verbs of this project. `make run` and `make test` work in a fresh clone with Python 3.11+, make and git.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test check samples expectations lock clean

run: $(READY)  ## ingest samples/ into boardpapers.sqlite
	$(BIN)/boardpapers ingest samples --db boardpapers.sqlite

test: $(READY)  ## lint, types and all tests
	$(MAKE) check
	$(BIN)/pytest -n 2

check: $(READY)  ## lint and types alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

samples: $(READY)  ## typeset the samples again (needs LibreOffice and Chromium)
	$(BIN)/python samples/make.py

expectations: $(READY)  ## write what is read from the samples as the new expectation; look at the difference before you commit it
	$(BIN)/python -m tests.expectations

lock: $(READY)  ## pin the dependencies anew
	$(BIN)/uv pip compile --quiet --extra dev --python-version 3.11 --universal --generate-hashes --no-annotate --no-header \
		--no-emit-index-url pyproject.toml --output-file requirements.lock

clean:
	rm -rf $(VENV) boardpapers.sqlite boardpapers.sqlite-* .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'boardpapers needs Python 3.11 or newer; name one with: make PYTHON=python3.12')"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q boardpapers extract load models normalise  # once, here: where Python may write nothing, each run would do it
	touch $(READY)
