printf '1\n1\n1\n0\n0\n2\n' | isolate-quiz take --score --now 2026-03-02 k6
