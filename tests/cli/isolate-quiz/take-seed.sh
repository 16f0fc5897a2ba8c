# Shuffled by a seed: the columns stay in file order, the answers find theirs.
seq 1 5 | sed p > a
isolate-quiz take --now 2026-03-02 --seed 7 ipip-social-discomfort < a | sed 1d > one
isolate-quiz take --now 2026-03-02 --seed 7 ipip-social-discomfort < a | sed 1d | cmp - one
isolate-quiz take --now 2026-03-02 --seed 8 ipip-social-discomfort < a | sed 1d | cmp -s - one || echo differs
isolate-quiz take --now 2026-03-02 ipip-social-discomfort < a | sed 1d
tr , '\n' < one | sed '1,6d' | sort | tr '\n' ' '
