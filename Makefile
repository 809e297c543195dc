# Everything a newcomer needs. The first target that runs makes the environment itself.
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --frozen --no-progress
BENCH ?= ../shared/bench
DATA ?= ../shared/training
PYTHON ?= python3
# One more than there are cores: many tests wait for a process that they have started, or for a browser.
JOBS ?= $(shell $(PYTHON) -c 'import os; print(1 + (os.cpu_count() or 1))')

.PHONY: demo test check format train bench gate fast-wheel fast-install check-fast-wheel install-proof licences clean

demo: .venv/ready  ## read a report that comes with onrecord and print the reading
	@$(RUN) onrecord demo

test: .venv/compiled  ## the tests
	PYTHONDONTWRITEBYTECODE= $(RUN) pytest -n $(JOBS) --dist worksteal

check: .venv/ready  ## lint, format, types, import contracts, lexicon form
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) lint-imports

format: .venv/ready
	$(RUN) ruff check --fix .
	$(RUN) ruff format .

gate: .venv/ready  ## quality on the outside gold sets, against bench/floors.json
	$(RUN) python bench/gate.py --data $(BENCH)

bench: .venv/ready  ## words and reports a second on one core, by stage
	$(RUN) python bench/speed.py

fast-wheel: .venv/ready  ## dist/onrecord-*.whl for this Python, the stages compiled to C; needs a C compiler
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(UV) build --package onrecord --out-dir dist

fast-install: .venv/ready  ## onrecord with its stages compiled to C into an environment: make fast-install PYTHON=env/bin/python
	rm -rf dist/fast
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(UV) build --quiet --python $(PYTHON) --package onrecord --out-dir dist/fast
	$(UV) build --quiet --wheel --package onrecord-en --out-dir dist/fast
	$(UV) build --quiet --wheel --package onrecord-gazetteer --out-dir dist/fast
	$(UV) pip install --python $(PYTHON) --reinstall-package onrecord dist/fast/*.whl

check-fast-wheel: .venv/ready  ## build that wheel, test it in a fresh environment, compare its readings with the plain ones
	$(RUN) python bench/compiled.py

install-proof: .venv/ready  ## wheels into bare Pythons, and what they do there
	$(RUN) python bench/install.py

licences: .venv/ready  ## bill of materials and licences of what is installed, and whether each may be there
	$(RUN) python bench/licences.py

train:  ## make the language network anew (see training/README.md)
	$(MAKE) -C training DATA=$(abspath $(DATA))

.uv/bin/uv:
	python3 -m venv .uv
	.uv/bin/pip install --quiet --disable-pip-version-check uv

.venv/ready: pyproject.toml uv.lock packages/onrecord-en/pyproject.toml packages/onrecord-gazetteer/pyproject.toml
	@command -v uv >/dev/null 2>&1 || $(MAKE) --no-print-directory .uv/bin/uv
	$(UV) sync --frozen --no-progress --quiet
	@touch .venv/ready

# The tests start Python some three hundred times; where it may write no bytecode, each start would compile all it loads,
# the libraries (hence this) and onrecord itself (hence the empty variable above).
.venv/compiled: .venv/ready
	$(UV) sync --frozen --no-progress --quiet --compile-bytecode
	@touch .venv/compiled

clean:
	rm -rf .venv .uv build dist
