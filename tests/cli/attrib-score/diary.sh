attrib-score "$TOP/tests/data/diary.txt" | cut -d , -f 1-3
