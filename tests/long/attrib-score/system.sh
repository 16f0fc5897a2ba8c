# shellcheck shell=sh
WALK=all "$TOP/tests/contract/check" attrib-score system
