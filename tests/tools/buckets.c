/*
 * buckets - the features of lines as the alarm sees them (attrib/alarm.h), for
 * tests/text/alarm.py to fit.
 *
 *   buckets <LINES
 *
 * writes a line for each line read: for each run of words that is heard by
 * itself ";", the number of its words, and the bucket of each feature.
 */
#include "attrib/alarm.h"
#include "attrib/hearing.h"
#include "attrib/token.h"
#include "base/mem.h"
#include "base/msg.h"
#include "base/str.h"
#include "base/utf8.h"
#include "stream/linein.h"

#include <stdio.h>
#include <stdlib.h>

/* Writes the features of a word; returns its number. */
static uint32_t
put_word(struct str *folded, const char *text, struct token t)
{
	uint32_t buckets[ALARM_FEATURES_MAX];
	size_t n, i;

	str_clear(folded);
	utf8_fold(folded, text + t.start, t.end - t.start);
	n = alarm_word_buckets(folded->text, folded->len, buckets);
	for (i = 0; i < n; i++)
		printf(" %u", buckets[i]);
	return alarm_number(alarm_word_of(folded->text, folded->len));
}

static void
put_words(const char *text, const struct token *words, size_t n)
{
	struct str folded = STR_INIT;
	uint32_t *numbers = mem_alloc(n + 2, sizeof(*numbers));
	unsigned distance;
	size_t i;

	printf(";%zu", n);
	numbers[0] = ALARM_BEGIN;
	for (i = 0; i < n; i++)
		numbers[i + 1] = put_word(&folded, text, words[i]);
	numbers[n + 1] = ALARM_END;
	for (distance = 1; distance <= ALARM_DISTANCE_MAX; distance++)
		for (i = 0; i + distance < n + 2; i++)
			printf(" %u",
			    alarm_pair_bucket(
				numbers[i], numbers[i + distance], distance));
	free(numbers);
	str_release(&folded);
}

static void
put_line(const char *text, size_t len, struct tokens *t, struct hearing *h)
{
	size_t i;

	tokens_split(t, text, len);
	hearing_list(h, t);
	for (i = 0; i < h->nheard; i++)
		put_words(text, t->items + h->heard[i].first,
		    h->heard[i].to - h->heard[i].first);
	putchar('\n');
}

int
main(void)
{
	struct linein *in = linein_new(stdin, 1 << 20);
	struct tokens t = {0};
	struct hearing h = {0};
	const char *text;
	size_t len;
	int got;

	msg_init("buckets");
	while ((got = linein_next(in)) == LINEIN_LINE) {
		text = linein_text(in, &len);
		put_line(text, len, &t, &h);
	}
	if (got != LINEIN_END)
		msg_die(RC_DATA, "line %lu cannot be read", linein_number(in));
	linein_free(in);
	tokens_release(&t);
	hearing_release(&h);
	return msg_finish(RC_OK);
}
