# An instrument that is named twice is asked once; two of one id could not be told
# apart in what is written.
yes 1 | isolate-quiz take --now 2026-03-02 k6 k6
sed 's/^title: .*/title: Another/' "$TOP"/lib/data/instruments/k6.txt > k6.txt
yes 1 | isolate-quiz take --now 2026-03-02 k6 ./k6.txt
