# shellcheck shell=sh
WALK=all "$TOP/tests/contract/check" isolate-quiz system
