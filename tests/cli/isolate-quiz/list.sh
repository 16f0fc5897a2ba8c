# Ids, one a line, and the same ids as CSV.
isolate-quiz list > ids
isolate-quiz list --csv | cut -d , -f 1 | sed 1d | cmp - ids
grep -x -e k6 -e gss-loneliness -e project-patterns -e spi-social ids
isolate-quiz list --long | grep '^k6 '
