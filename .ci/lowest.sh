#!/bin/sh
# Proves the lower bounds of pyproject.toml: installs every package at its bound in a folder of its
# own, and runs the tests of what calls them. Takes about three minutes.
#
#   sh .ci/lowest.sh [what pytest takes]
set -eu
cd "$(dirname "$0")/.."
sh .ci/setup.sh test
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
.venv/bin/python - >"$place/bounds.txt" <<'PYTHON'
import tomllib

with open("pyproject.toml", "rb") as file:
    project = tomllib.load(file)["project"]
for package in [*project["dependencies"], *project["optional-dependencies"]["test"]]:
    print(package.replace(">=", "=="))
PYTHON
.venv/bin/python -m venv --without-pip "$place/venv"
.venv/bin/python -m pip --python "$place/venv/bin/python" install --quiet \
    --disable-pip-version-check --progress-bar off --requirement "$place/bounds.txt"
[ $# -gt 0 ] || set -- tests/readers tests/writers tests/schemas tests/sources
PYTHONPATH=. "$place/venv/bin/python" -m pytest -p no:cacheprovider "$@"
