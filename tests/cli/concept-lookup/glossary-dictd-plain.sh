cp "$TOP/tests/data/tiny.index" .
gzip -dc <"$TOP/tests/data/tiny.dict.dz" >tiny.dict
concept-lookup --glossary tiny.dict afterglow
