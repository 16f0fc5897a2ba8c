# shellcheck shell=sh
"$TOP/tests/contract/check" isolate-quiz memcheck
