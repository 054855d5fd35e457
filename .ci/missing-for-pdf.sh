#!/bin/sh
# Prints the Debian packages that making PDF needs and this machine lacks; nothing when it is
# complete: sh .ci/missing-for-pdf.sh PYTHON
set -eu
python=$1

# a library that WeasyPrint loads : the Debian package that has it
libraries="libpango-1.0.so.0:libpango-1.0-0 libpangoft2-1.0.so.0:libpangoft2-1.0-0 libharfbuzz-subset.so.0:libharfbuzz-subset0"
# without any font there is nothing to draw letters with
font_package=fonts-dejavu-core
font_folders="/usr/share/fonts /usr/local/share/fonts ${HOME:-}/.fonts ${HOME:-}/.local/share/fonts"

for pair in $libraries; do
    "$python" -c "import ctypes; ctypes.CDLL('${pair%%:*}')" 2>/dev/null || echo "${pair#*:}"
done
# shellcheck disable=SC2086 # a list of folders
[ -n "$(find $font_folders -name '*.[ot]t[fc]' 2>/dev/null | head -n 1)" ] || echo "$font_package"
