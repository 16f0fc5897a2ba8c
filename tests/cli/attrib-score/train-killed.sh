# shellcheck shell=sh
# A tool that is killed leaves no helper behind, which would go on to write.
mkdir -p bin/libexec
cp "$(command -v attrib-score)" bin
cat >bin/libexec/attrib-score-train <<'END'
#!/bin/sh
echo $$ >new
mv new helper
exec sleep 60
END
chmod +x bin/libexec/attrib-score-train
bin/attrib-score train -q --label sort "$TOP/tests/docs/files/sorted.csv" \
	>model &
tool=$!
until [ -e helper ]; do sleep 0.05; done
kill -9 "$tool"
wait "$tool" 2>/dev/null
for _ in $(seq 400); do
	# one that nobody waits for is left as a zombie in a bare container
	state=$(sed -n 's/^State:\t\(.\).*/\1/p' "/proc/$(cat helper)/status" \
		2>/dev/null)
	case $state in '' | Z) echo the helper is gone && exit ;; esac
	sleep 0.05
done
echo the helper is left
kill -9 "$(cat helper)"
