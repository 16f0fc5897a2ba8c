# shellcheck shell=sh
WALK=all "$TOP/tests/contract/check" goal-plan system
