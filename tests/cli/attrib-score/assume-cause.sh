printf 'I am never on time\n' | attrib-score | cut -d , -f 5
printf 'I am never on time\n' | attrib-score --assume-cause | awk -F , 'NR == 2 { print ($5 > 4) }'
