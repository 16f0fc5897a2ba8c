# A column of ids is none of labels: at most 256 are compared.
ids() {
	echo id,guess
	seq "$1" | sed 's/.*/id-&,id-&/'
}
ids 256 | attrib-score eval --bootstrap 0 --label id --predicted guess |
	grep -c confusion
ids 257 | attrib-score eval --bootstrap 0 --label id --predicted guess
