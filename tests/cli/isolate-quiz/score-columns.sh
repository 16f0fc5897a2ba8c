# A column that is not there: the message names those that are.
printf 'k6_1,k6_2,K6_3\n1,1,1\n' | isolate-quiz score -i k6
