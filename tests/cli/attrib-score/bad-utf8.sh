printf 'gnarf \377 gnarf gnarf\n' | attrib-score
