#!/bin/sh
# tests/suites.sh BUILD-DIR: the public suites for JSON and JSON Schema, where they are.
set -u
cd "$(dirname "$0")/.." || exit 1
data=../shared/data/torture
if [ ! -d $data/json-schema-suite ] || [ ! -d $data/json-testsuite ]; then
	echo "skipped: suites: there is no $data/json-schema-suite and json-testsuite"
	echo "0 passed, 0 failed, 1 skipped"
	exit
fi
"$1/suites" $data/json-schema-suite $data/json-testsuite/test_parsing
