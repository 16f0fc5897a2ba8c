# shellcheck shell=sh
"$TOP/tests/contract/check" attrib-score memcheck
