#!/bin/sh
# From a fresh clone to a converted document: sets up .venv, then turns harbour-fused.txt into
# JSON, Word and PDF. Needs only sh and Python 3.11 or newer.
set -eu
cd "$(dirname "$0")/.."
sh .ci/setup.sh
renditions=json,docx
[ -n "$(sh .ci/missing-for-pdf.sh .venv/bin/python)" ] || renditions=json,docx,pdf
exec .venv/bin/python -m converter convert examples/harbour-fused.txt --to "$renditions"
