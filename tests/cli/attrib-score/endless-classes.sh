printf 'lexicon: own\nclass.loop: <pool>\nclass.pool: <loop>\n\npattern,dimension\n<loop>,hedge\n' >own.txt
echo hello | attrib-score --lexicon ./own.txt
