# Nobody goes on with the sitting of another whose name is like theirs, or whose
# name comes behind more instruments than a file name holds.
. "$TOP"/tests/terminal.sh
terminal 100 50
many=$(isolate-quiz list | grep '^ipip-[c-s]' | tr '\n' ' ')
begin() {
	key "clear; isolate-quiz take --respondent $1 $2; echo rc \$?" Enter
	see 'answer   s skip'
}
for who in a_b a.b a/b a%2Eb; do
	begin $who k6
	key 1 2
	see '2/6'
	key q
	see 'rc 1'
done
for who in anna bert; do
	begin $who "$many"
	key 1
	see ' 1/'
	key q
	see 'rc 1'
done
ls "$XDG_STATE_HOME/reconnect/sitting" | grep -v lock
