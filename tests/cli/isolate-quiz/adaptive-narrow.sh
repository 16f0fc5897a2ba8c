# On a narrow terminal the result is wrapped; one question is no questions; of two
# instruments the one that is asked is the one that is told of.
. "$TOP"/tests/terminal.sh
terminal 50 40 C.UTF-8
key 'clear; isolate-quiz take --adaptive --now 2026-03-01 --most 1 ipip-spi-extraversion; echo r\c $?' Enter
see 'the last'
screen begin
key 2
see 'rc 0'
screen result
key 'clear; isolate-quiz take --adaptive --now 2026-03-02 ipip-spi-extraversion ipip-spi-neuroticism' Enter
see 'to go'
key 2
see '  2. '
key 2
see '  3. '
key 2
see '  4. '
screen first
