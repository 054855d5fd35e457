# Every target is one line, and CI runs the same lines (.ci/run).
# Nothing here needs set-up first: each line makes .venv when it must.
.DEFAULT_GOAL := help
.PHONY: help demo setup test lowest check samples bench score fit reliability golden published pictures clean
PYTHON := .venv/bin/python

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

demo: ## convert an example into JSON, Word and PDF
	sh examples/demo.sh

setup: ## make .venv with all that developers need
	sh .ci/setup.sh dev

test: ## run the tests
	sh tests/run.sh

lowest: ## run the tests with every package at its lower bound
	sh .ci/lowest.sh

check: setup ## format, lint, types, imports, the rules of the house
	sh .ci/check.sh

samples: setup ## rebuild outputs/samples/ from examples/
	rm -rf outputs/samples && env -u SOURCE_DATE_EPOCH $(PYTHON) -m converter convert examples/*.txt --to json,docx,pdf --out outputs/samples

golden: setup ## rebuild the golden trees and show what changed
	PYTHONPATH=tests $(PYTHON) -m golden.regenerate && git add --intent-to-add tests/golden && git --no-pager diff --stat --patch -- tests/golden

published: setup ## rebuild the JSON Schema in schemas/published/
	$(PYTHON) -m converter.schemas.contracts.publish && git --no-pager diff --stat --patch -- schemas/published

pictures: setup ## rebuild the pictures of the README
	$(PYTHON) docs/pictures/make.py

bench: setup ## compare speed and memory with other converters
	$(PYTHON) benchmarks/compare.py

score: setup ## score recovery on the corpus beside the checkout (../shared)
	$(PYTHON) benchmarks/recovery/scores.py

fit: setup ## fit the weights of the headings' evidence anew
	$(PYTHON) -m pip install -q -e '.[fit]' && $(PYTHON) benchmarks/recovery/fit_headings.py

reliability: setup ## show whether confidence means something
	$(PYTHON) benchmarks/recovery/reliability.py

clean: ## remove what the tools leave behind, .venv too
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
