# What is flagged by rules and words together shows both; what is not flagged
# shows no words that ring a little.
attrib-score -q --evidence <<'END' 2>/dev/null | cut -d , -f 4,7-
kms
The trains to town were late by five kms of queue.
It was the end of a long day and I could not go on with the book.
END
