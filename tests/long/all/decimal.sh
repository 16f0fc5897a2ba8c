# shellcheck shell=sh
# Millions of numbers in their shortest decimals, as printf and strtod find them.
build=$(dirname "$(command -v isolate-quiz)")
[ -x "$build/tests/bench/count" ] || exit 0 # sanitizers: a hundred times slower
TRIES=3000000 "$build/tests/unit/test_decimal" 2>&1 | grep -c '^\[       OK'
