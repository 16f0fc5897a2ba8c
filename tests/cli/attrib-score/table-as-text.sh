# A table whose column was not named is read all the same, and that is said.
printf 'text\nI am dull.\n' > diary.csv
cp diary.csv diary.txt
attrib-score diary.csv diary.txt
attrib-score --column text diary.csv > /dev/null
printf 'valence,internality,stability,globality\nnegative,6,5,4\n' > ratings.csv
attrib-score --ratings --beside diary.csv ratings.csv
