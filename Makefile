# Two commands: `make demo` shows it, `make test` checks it.
VENV := .venv
PYTHON ?= python3
RUN := $(VENV)/bin/python
STAMP := $(VENV)/.installed

.PHONY: install demo test lint format lock clean

install: $(STAMP)

$(STAMP): requirements/run.txt requirements/uv.txt pyproject.toml $(wildcard proxeny/locale/*/LC_MESSAGES/*.po)
	@bin/install run
	@touch $@

$(VENV)/.test-installed: $(STAMP) requirements/test.txt
	@bin/install test
	@touch $@

demo: $(STAMP)
	@$(VENV)/bin/proxeny up --demo

test: $(VENV)/.test-installed
	@bin/check

lint: $(VENV)/.test-installed
	@bin/lint

format: $(VENV)/.test-installed
	@$(VENV)/bin/ruff check --fix-only --quiet . ; $(VENV)/bin/ruff format .

lock:
	@bin/lock

clean:
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis
