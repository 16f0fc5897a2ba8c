# shellcheck shell=sh
"$TOP/tests/contract/check" goal-plan memcheck
