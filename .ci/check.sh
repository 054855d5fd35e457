#!/bin/sh
# The gates that need no test run: format, lint, types, imports, the rules of the house.
# Runs all of them, and fails when one did.
set -u
cd "$(dirname "$0")/.." || exit 1
sh .ci/setup.sh dev || exit 1
PATH="$(pwd)/.venv/bin:$PATH"
failed=

gate() {
    name=$1
    shift
    "$@" || failed="$failed $name"
}

gate format ruff format --check .
gate lint ruff check .
gate types mypy
gate imports lint-imports
gate house pytest -q tests/test_house.py

[ -z "$failed" ] || echo "check failed:$failed" >&2
[ -z "$failed" ]
