# The stream reads back: its own column is looked up, and nothing is lost.
concept-lookup --csv >all.csv
concept-lookup --csv --column concept all.csv >again.csv
cmp all.csv again.csv && concept-lookup --list >ids
concept-lookup --list --column concept all.csv | cmp - ids
head -n 1 all.csv
