# 13 and more on the K6: where to find help comes first, and a flag.
printf '3\n2\n2\n2\n2\n2\n' | isolate-quiz take --score --now 2026-03-02 k6
