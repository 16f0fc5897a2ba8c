# Of a person and period the severest concept stands first; what is gone, last.
cat >diary.txt <<'X'
2026-03-02 I bottle everything up.
2026-03-09 I am a burden to everyone.
2026-03-10 I am so lonely in this town.
2026-03-11 I am so lonely here.
X
attrib-score --summary week diary.txt | cut -d , -f 2,11-14
