#!/bin/sh
# Sees to it that what the tests need beside Go is there: Node and npm for the
# elements, WebAssembly and JSON Schemas, three browsers, Java for the HTML checker, a C compiler
# for the race detector, python-stdnum to compare the identity numbers with.
# On Debian and its kin, as root, it installs what is missing; elsewhere it
# says what that is.
set -eu

missing=''
packages=''

# need COMMAND PACKAGE...: notes the packages where the command is not found.
need() {
	command=$1
	shift
	if ! command -v "$command" >/dev/null 2>&1; then
		missing="$missing $command"
		packages="$packages $*"
	fi
}

look() {
	missing=''
	packages=''
	need node nodejs
	need npm npm
	need java default-jre-headless
	need "$(go env CC)" gcc libc6-dev
	need chromium chromium
	need firefox-esr firefox-esr
	need WebKitWebDriver webkit2gtk-driver
	need Xvfb xvfb
	# Debian's own Python sees what Debian packages; another may come first.
	if ! /usr/bin/python3 -c 'import stdnum' 2>/dev/null && ! python3 -c 'import stdnum' 2>/dev/null; then
		missing="$missing python-stdnum"
		packages="$packages python3 python3-stdnum"
	fi
}

look
if [ -n "$missing" ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
	export DEBIAN_FRONTEND=noninteractive
	apt-get update
	# shellcheck disable=SC2086 # one word a package
	apt-get install --yes --no-install-recommends $packages
	look
fi
if [ -n "$missing" ]; then
	echo "missing:$missing" >&2
	echo "On Debian, as root: apt-get install$packages" >&2
	exit 1
fi
