"$TOP/tests/reference/compare" BFI bfi bfi.csv
