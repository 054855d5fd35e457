#!/bin/sh
# Lets judges that are not ours look at the renditions of all examples: is every word there, in
# order; is the Word document valid; is the PDF whole. The judges lie beside the project; where
# they are not, or cannot be set up, this says so and ends well.
set -eu
cd "$(dirname "$0")/.."
judges=../shared/validators
export VALIDATORS_HOME="${VALIDATORS_HOME:-$HOME/.cache/converter-validators}"

skip() {
    echo "judges: skipped, $*" >&2
    exit 0
}

[ -f "$judges/setup.sh" ] || skip "there are none beside the project"
sh .ci/setup.sh
[ -z "$(sh .ci/missing-for-pdf.sh .venv/bin/python)" ] || skip "PDF cannot be made here"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
bash "$judges/setup.sh" >"$made/setup.log" 2>&1 || { tail -n 5 "$made/setup.log" >&2; skip "they could not be set up"; }

.venv/bin/python -m converter convert examples/*.txt --to json,docx,pdf --out "$made" --quiet
for json in "$made"/*.json; do
    stem=${json%.json}
    "$VALIDATORS_HOME/venv/bin/python" "$judges/words.py" "$json" "$stem.pdf" "$stem.docx"
    qpdf --check "$stem.pdf" >"$made/qpdf.log" 2>&1 || { cat "$made/qpdf.log"; exit 1; }
done
bash "$judges/ooxml.sh" "$made"/*.docx
