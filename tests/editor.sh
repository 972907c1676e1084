#!/bin/sh
# tests/editor.sh BUILD-DIR: the schemas in an editor's JSON service, where node and the service
# are there (tests/npm.sh fetches it).
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/lib.sh
modules=$PWD/build/npm/node_modules
if command -v node >/dev/null && [ -d "$modules/vscode-json-languageservice" ]; then
	exec node tests/editor/service.mjs "$modules"
fi
skip "editor: node with vscode-json-languageservice is not there"
finish
