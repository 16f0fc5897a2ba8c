# Neither --instrument nor an instrument column.
printf 'k6_1,k6_2\n1,1\n' | isolate-quiz score
