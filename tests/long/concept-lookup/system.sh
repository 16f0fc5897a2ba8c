# shellcheck shell=sh
WALK=all "$TOP/tests/contract/check" concept-lookup system
