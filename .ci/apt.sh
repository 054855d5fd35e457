#!/bin/sh
# Installs Debian packages, as root: sh .ci/apt.sh PACKAGE...
# The lists are fetched only when an install without fails, as it does on a new machine. Prints
# what apt-get printed only when that fails too.
set -eu
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT

install() {
    apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 "$@" </dev/null >"$log" 2>&1
}

echo "Installing Debian packages: $* ..." >&2
install "$@" && exit 0
# One broken list of several is no reason to stop: the install will tell.
apt-get update </dev/null >"$log" 2>&1 || true
install "$@" && exit 0
tail -n 20 "$log" >&2
echo "apt: could not be installed: $*; the reason stands above." >&2
exit 1
