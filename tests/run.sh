#!/bin/sh
# From a fresh clone to a tested one: sets up .venv with what the tests need, then runs them.
# What is given goes to pytest: sh tests/run.sh -k ledger
set -eu
cd "$(dirname "$0")/.."
sh .ci/setup.sh test
exec .venv/bin/python -m pytest "$@"
