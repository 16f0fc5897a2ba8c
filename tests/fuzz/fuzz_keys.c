/*
 * fuzz_keys - any bytes typed on a terminal, and as lines: a sitting ends, and
 * no answer is one that its item does not have.
 */
#include "../../cmd/isolate-quiz/keys.h"
#include "../../cmd/isolate-quiz/taking.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

enum { TYPED_LEN = 64, LAST = 0x1d };

static const char text[] =
    "id: keys\noptions: 1=No; 2=Yes\nrange.few: 0..9\n"
    "range.many: -5..500\n\n"
    "item,text,options,ask-if\n"
    "a,First?,,\nb,Second?,few,a = 2\nc,Third?,many,\nd,Last?,,\n";

static void
check(bool holds)
{
	if (!holds)
		abort();
}

static const struct instrument *
instrument(void)
{
	static struct instrument in;
	struct diag err;

	if (in.nitems == 0)
		check(instrument_read(
			  &in, text, sizeof(text) - 1, NULL, &err) == 0);
	return &in;
}

/* A terminal: keys are typed at one side and come in at the other. */
static struct {
	int keyboard, in;
} tty = {-1, -1};

static void
open_terminal(void)
{
	if (tty.in != -1)
		return;
	tty.keyboard = posix_openpt(O_RDWR | O_NOCTTY);
	check(tty.keyboard != -1 && grantpt(tty.keyboard) == 0 &&
	    unlockpt(tty.keyboard) == 0);
	tty.in = open(ptsname(tty.keyboard), O_RDWR | O_NOCTTY);
	check(tty.in != -1 && keys_begin(tty.in));
}

/* A key may have been begun, which takes one q; the next quits.  LAST is how
 * what came too late is known. */
static void
type(const uint8_t *data, size_t len)
{
	static const char end[] = {'\n', 'q', 'q', 'q', LAST};
	char typed[TYPED_LEN + sizeof(end)];

	open_terminal();
	for (size_t i = 0; i < len; i++)
		typed[i] = data[i] == LAST ? ' ' : (char)data[i];
	memcpy(typed + len, end, sizeof(end));
	len += sizeof(end);
	check(write(tty.keyboard, typed, len) == (ssize_t)len);
}

static void
drain(void)
{
	char c = 0;

	while (c != LAST)
		check(read(tty.in, &c, 1) == 1);
}

static void
check_answers(const struct sitting *s)
{
	size_t done, all;

	for (size_t i = 0; i < s->nquestions; i++)
		check(s->questions[i].answer == ANSWER_MISSING ||
		    (!s->questions[i].skipped &&
			item_allows(
			    sitting_item(s, i), s->questions[i].answer)));
	sitting_progress(s, &done, &all);
	check(s->at <= s->nquestions && done <= all);
	check(s->at < s->nquestions || done == all);
}

static enum ending
sit(bool keys)
{
	static FILE *nowhere;
	const struct settings set = {0};
	const struct instrument *in = instrument();
	struct taking t = {.set = &set, .ninstruments = 1, .keys = keys};
	struct screen screen = {.redraw = keys};
	enum ending ending;

	if (nowhere == NULL)
		check((nowhere = fopen("/dev/null", "w")) != NULL);
	t.instruments = &in;
	t.tty = nowhere;
	t.screen = &screen;
	screen.term = (struct term){.fp = nowhere, .width = 80, .height = 24};
	str_init(&t.state);
	sitting_init(&t.sitting, t.instruments, 1, 0);
	ending = ask(&t);
	check_answers(&t.sitting);
	free(screen.drawn);
	sitting_release(&t.sitting);
	return ending;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	FILE *before = stdin, *lines;
	enum ending ending;

	if (len == 0 || len > TYPED_LEN)
		return 0;
	type(data, len);
	ending = sit(true);
	check(ending == ENDING_DONE || ending == ENDING_QUIT);
	drain();
	lines = fmemopen((void *)(uintptr_t)data, len, "r");
	check(lines != NULL);
	stdin = lines;
	ending = sit(false);
	check(ending != ENDING_SIGNAL);
	stdin = before;
	fclose(lines);
	return 0;
}
