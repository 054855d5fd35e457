#!/bin/sh
# Opens the Word documents of all examples in LibreOffice, and prints them to PDF: each must come
# out with pages and text. Where LibreOffice is not installed, this says so and ends well.
set -eu
cd "$(dirname "$0")/.."
for tool in soffice pdftotext; do
    command -v "$tool" >/dev/null || { echo "office: skipped, there is no $tool here" >&2; exit 0; }
done
sh .ci/setup.sh
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

.venv/bin/python -m converter convert examples/*.txt --to docx --out "$made" --quiet
# A profile of its own: a LibreOffice that somebody has open is left alone.
timeout 300 soffice "-env:UserInstallation=file://$made/profile" --headless --convert-to pdf --outdir "$made" \
    "$made"/*.docx >"$made/log" 2>&1 || { cat "$made/log" >&2; exit 1; }
for document in "$made"/*.docx; do
    words=$(pdftotext "${document%.docx}.pdf" - | wc -w)
    echo "$(basename "$document"): $words words on the pages of LibreOffice"
    [ "$words" -gt 100 ]
done
