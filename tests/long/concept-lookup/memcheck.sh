# shellcheck shell=sh
"$TOP/tests/contract/check" concept-lookup memcheck
