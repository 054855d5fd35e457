#!/bin/sh
# Makes .venv with the program installed in it, on any machine with sh and Python 3.11 or newer.
#
#   sh .ci/setup.sh          the program
#   sh .ci/setup.sh test     and what the tests need
#   sh .ci/setup.sh dev      and what make check needs
#
# Missing Debian packages are installed when run as root, else named. Ends at once when .venv is
# as it should be. Exit code 1: .venv cannot be made, and a sentence says why.
set -eu
cd "$(dirname "$0")/.."
extra=${1:-program}
venv=.venv

main() {
    find_python || stop "Python 3.11 or newer is needed; install it (Debian 12: apt-get install python3 python3-venv)."
    complete_machine
    is_ready || make_ready
}

say() { echo "$*" >&2; }

stop() {
    say "setup: $*"
    exit 1
}

# Sets $python to the first interpreter that is new enough.
find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        is_new_enough "$python" && return 0
    done
    return 1
}

is_new_enough() {
    command -v "$1" >/dev/null && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# What the machine itself lacks; its own tools install it, so one call does all.
complete_machine() {
    for_venv=$(missing_for_venv)
    for_pdf=$(missing_for_pdf)
    if [ -n "$for_venv$for_pdf" ] && [ "$(id -u)" = 0 ]; then
        # shellcheck disable=SC2086 # lists of packages
        install $for_venv $for_pdf || true
        for_venv=$(missing_for_venv)
        for_pdf=$(missing_for_pdf)
    fi
    [ -z "$for_venv" ] || stop "Python cannot make $venv without $for_venv; run: sudo apt-get install $for_venv $for_pdf"
    [ -z "$for_pdf" ] || say "setup: for PDF, run: sudo apt-get install $for_pdf (JSON and Word work without)."
}

missing_for_pdf() { sh .ci/missing-for-pdf.sh "$python" | paste -s -d ' '; }

# Debian ships Python without what fills a new .venv with pip (ensurepip). The machine's own pip
# can stand in for it.
missing_for_venv() {
    has_venv || has ensurepip || has pip ||
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

has() { "$python" -c "import $1" 2>/dev/null; }

has_venv() { is_new_enough "$venv/bin/python" && "$venv/bin/python" -c 'import pip' 2>/dev/null; }

install() { command -v apt-get >/dev/null && sh .ci/apt.sh "$@"; }

# The mark is written last, so that a set-up that was cut short is done again. It names what
# .venv depends on: this folder and pyproject.toml.
mark() { echo "$(pwd) $(cksum <pyproject.toml)"; }

is_ready() {
    [ "$(cat "$venv/ready-$extra" 2>/dev/null)" = "$(mark)" ] && "$venv/bin/python" -c 'import lxml.etree' 2>/dev/null
}

make_ready() {
    say "Setting up $venv (about a minute the first time) ..."
    [ ! -e "$venv" ] || [ -w "$venv" ] || stop "the folder $(pwd)/$venv belongs to another user; remove it and run this again."
    has_venv || make_venv
    case $extra in
        program) what=. holds=program ;;
        test) what='.[test]' holds='program test' ;;
        dev) what='.[dev]' holds='program test dev' ;;
        *) stop "no such set-up: $extra; say test, dev or nothing." ;;
    esac
    quietly "$venv/bin/python" -m pip install --disable-pip-version-check --progress-bar off --editable "$what" ||
        stop "the packages that pyproject.toml names could not be installed; the reason stands above."
    for name in $holds; do mark >"$venv/ready-$name"; done
}

make_venv() {
    if has ensurepip; then
        quietly "$python" -m venv --clear "$venv"
    else
        quietly "$python" -m venv --clear --without-pip "$venv" &&
            quietly "$python" -m pip --python "$venv/bin/python" install pip
    fi || stop "$venv could not be made; the reason stands above."
}

# Runs a command, and shows what it printed only when it fails.
quietly() {
    log=$(mktemp)
    "$@" >"$log" 2>&1 && code=0 || code=$?
    [ "$code" = 0 ] || tail -n 30 "$log" >&2
    rm -f "$log"
    return "$code"
}

main
