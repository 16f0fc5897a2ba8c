/*
 * buckets - the features of lines as the alarm sees them (attrib/alarm.h), for
 * tests/text/alarm.py to fit.
 *
 *   buckets <LINES
 *
 * writes a line for each line read: for each of its sentences ";", the number
 * of its words, and the bucket of each feature.
 */
#include "attrib/alarm.h"
#include "attrib/token.h"
#include "base/msg.h"
#include "base/str.h"
#include "base/utf8.h"
#include "stream/linein.h"

#include <stdio.h>

static uint32_t
number_of(struct str *folded, const char *text, struct token t)
{
	str_clear(folded);
	utf8_fold(folded, text + t.start, t.end - t.start);
	return alarm_word_of(folded->text, folded->len) >> 16;
}

static void
put_word(struct str *folded, const char *text, struct token t)
{
	uint32_t buckets[ALARM_FEATURES_MAX];
	size_t n, i;

	str_clear(folded);
	utf8_fold(folded, text + t.start, t.end - t.start);
	n = alarm_word_buckets(folded->text, folded->len, buckets);
	for (i = 0; i < n; i++)
		printf(" %u", buckets[i]);
}

static void
put_sentence(const char *text, const struct token *words, size_t n)
{
	struct str folded = STR_INIT;
	uint32_t before = 0, last = ALARM_BEGIN, number;
	size_t i;

	printf(";%zu", n);
	for (i = 0; i <= n; i++) {
		if (i < n)
			put_word(&folded, text, words[i]);
		number = i < n ? number_of(&folded, text, words[i]) : ALARM_END;
		printf(" %u", alarm_pair_bucket(last, number, 1));
		if (i > 0)
			printf(" %u", alarm_pair_bucket(before, number, 2));
		before = last;
		last = number;
	}
	str_release(&folded);
}

static void
put_line(const char *text, size_t len, struct tokens *t)
{
	size_t first = 0, i;

	tokens_split(t, text, len);
	for (i = 1; i <= t->count; i++) {
		if (i < t->count && (t->flags[i] & TOKEN_SENTENCE) == 0)
			continue;
		put_sentence(text, t->items + first, i - first);
		first = i;
	}
	putchar('\n');
}

int
main(void)
{
	struct linein *in = linein_new(stdin, 1 << 20);
	struct tokens t = {0};
	const char *text;
	size_t len;
	int got;

	msg_init("buckets");
	while ((got = linein_next(in)) == LINEIN_LINE) {
		text = linein_text(in, &len);
		put_line(text, len, &t);
	}
	if (got != LINEIN_END)
		msg_die(RC_DATA, "line %lu cannot be read", linein_number(in));
	linein_free(in);
	tokens_release(&t);
	return msg_finish(RC_OK);
}
