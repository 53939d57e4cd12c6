# `make` alone lists what there is.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RUNS   := $(VENV)/.runs
STAMP  := $(VENV)/.installed
# Offscreen: the tests open the real window without a display.
OFFSCREEN := QT_QPA_PLATFORM=offscreen

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

# What running needs, and no more.
$(RUNS): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "RightsRef needs Python 3.11 or newer; name one with: make PYTHON=python3.12 run"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[content]"
	@touch $@

$(STAMP): $(RUNS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[content]" --group test --group check
	@touch $@

install: $(STAMP) ## create .venv and install the program with what its tests need

content: $(RUNS) ## check and compile the content
	@$(BIN)/python -m rightsref.content build

run: content ## open the window (or, without a display, show the main job in the terminal)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ] || [ "$$(uname)" = Darwin ]; then $(BIN)/rightsref; else \
	  echo "There is no display here, so this is the main job in the terminal: a search, and the paragraph it finds."; \
	  echo; echo '$$ rightsref search "can cops ask if i have papers" --limit 3'; \
	  $(BIN)/rightsref search "can cops ask if i have papers" --limit 3; \
	  echo; echo '$$ rightsref show "805/15(e)"'; $(BIN)/rightsref show "805/15(e)" | head -24; fi

test: $(STAMP) content ## every test, the real window included
	$(OFFSCREEN) $(BIN)/python -m pytest -q -n auto

test-core: $(STAMP) content ## the tests that need no Qt
	$(BIN)/python -m pytest -q -n auto --ignore tests/journeys

check: $(STAMP) content ## ruff, mypy --strict, import contracts, content check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet src packaging tests || { echo "run: make format"; exit 1; }
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/rightsref content check

format: $(STAMP) ## let ruff set the code
	$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet src packaging tests

bench: $(STAMP) content ## speed, as a table with budgets, beside plain FTS5 and tantivy
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group eval
	$(OFFSCREEN) $(BIN)/python tests/bench

eval: $(STAMP) content ## search quality over the project's own queries, beside plain FTS5, tantivy and the ranking of before
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group eval
	$(BIN)/python tests/eval --before --missed

tour: $(STAMP) content ## pictures of every page into build/tour/
	$(OFFSCREEN) $(BIN)/python tests/tour.py
	for scale in 1.25 2; do QT_SCALE_FACTOR=$$scale $(OFFSCREEN) $(BIN)/python tests/tour.py 1280x800; done

constraints: ## write anew the exact versions and hashes that builds are made of (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o packaging/constraints.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group bundle -c packaging/constraints.txt -o packaging/constraints-build.txt

bundle: ## a program to hand out, into build/hand-out/: folder as .tar.xz, .deb, wheel, sums, bill of materials
	$(PYTHON) packaging/bundle.py

mutate: $(STAMP) content ## change one thing of a scenario at a time; the share that checks and cases notice
	@$(BIN)/python tests/mutation

traces: $(STAMP) content ## the whole journey under strace, in an empty home and without a network: what was written, what was opened
	$(BIN)/python tests/traces

spoken: $(STAMP) content ## the window as a screen reader finds it, over a live accessibility bus (needs Xvfb, dbus, at-spi2-core, python3-gi)
	$(BIN)/python tests/atspi

damage: $(STAMP) content ## a byte flipped at a thousand places, each time opened and used by terminal and window
	$(OFFSCREEN) $(BIN)/python tests/damage 1000

soak: $(STAMP) content ## 5,000 random actions through the real window: memory, warnings, errors (a quarter of an hour and more)
	$(OFFSCREEN) $(BIN)/python tests/soak 5000

lowest: ## the core tests with the oldest versions of the libraries that pyproject.toml allows
	$(PYTHON) packaging/lowest.py

survive: $(STAMP) ## kill -9, several windows, flipped bytes: a notes file tried many times, what was lost counted
	RIGHTSREF_TIMES=20 $(BIN)/python -m pytest -q -s tests/saved/test_survival.py tests/saved/test_damage.py

clean: ## remove what was built
	rm -rf build dist $(VENV)

.PHONY: help install content run test test-core check format bench eval tour mutate damage survive traces spoken soak lowest constraints bundle clean
