/* What is written for processors with AVX-512 does what its twin for any
 * processor does.  Where there is no such processor both are the same. */
#include "attrib/look.h"
#include "base/avx512.h"

#include "attrib/sieve.h"
#include "attrib/tally.h"
#include "test.h"

#include <stdlib.h>

/* A number below most, the same sequence in every run. */
static unsigned
number(unsigned most)
{
	static uint64_t state = 1;

	state = state * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)((state >> 33) % most);
}

/* Words that begin or end pairs of many rules, some that none names, and marks,
 * of which some part words; sometimes any byte. */
static size_t
any_text(char *text, size_t most)
{
	static const char *const parts[] = {"i", "am", "not", "because", "but",
	    "always", "never", "nobody", "wants", "me", "they", "think", "my",
	    "fault", "the", "table", "so", "alone", "worthless", "don't",
	    "can't", "it's", "friends'", ",", ".", "?", "\"", "- ", "`",
	    "a b c d e f g h i j k l m n o p q r s t u v w x y z"};
	size_t len = 0, i;

	while (len + 64 < most) {
		if (number(40) == 0) {
			text[len++] = (char)number(256);
			continue;
		}
		i = number(LENGTH(parts));
		len += (size_t)sprintf(
		    text + len, "%s%s", number(4) ? " " : "", parts[i]);
	}
	return len;
}

static void
assert_same_words(const struct tokens *a, const struct tokens *b)
{
	size_t i;

	assert_int_equal(a->count, b->count);
	for (i = 0; i < a->count; i++) {
		assert_int_equal(a->items[i].start, b->items[i].start);
		assert_int_equal(a->items[i].end, b->items[i].end);
		assert_int_equal(a->flags[i], b->flags[i]);
	}
}

static void
text_is_split_into_the_same_words(void **state)
{
	struct tokens a = {0}, b = {0};
	char text[400];
	int i;

	(void)state;
	for (i = 0; i < 2000; i++) {
		size_t len = any_text(text, 65 + number(sizeof(text) - 65));

		tokens_split(&a, text, len);
		avx512_allow(false);
		tokens_split(&b, text, len);
		avx512_allow(true);
		assert_same_words(&a, &b);
	}
	tokens_release(&a);
	tokens_release(&b);
}

static void
assert_same_list(const uint32_t *a, size_t n, const uint32_t *b, size_t count)
{
	assert_int_equal(n, count);
	assert_memory_equal(a, b, n * sizeof(*a));
}

/* Room for so many words in the lists of a sieve. */
static void
make_room(struct sought *s, size_t count)
{
	s->cap = count + SIEVE_PADDING;
	s->places = calloc(s->cap, sizeof(*s->places));
	s->pairs = calloc(s->cap, sizeof(*s->pairs));
	s->lones = calloc(s->cap, sizeof(*s->lones));
}

/* Two spans of so many words, one behind the other. */
static void
draw_spans(struct word_span spans[2], size_t words)
{
	size_t at = 0;
	int i;

	for (i = 0; i < 2; i++) {
		at += number((unsigned)(words - at) + 1);
		spans[i].from = at;
		at += number((unsigned)(words - at) + 1);
		spans[i].to = at;
	}
}

static void
the_same_words_and_pairs_are_left(void **state)
{
	const struct phrases *p = lexicon_built_in.phrases;
	struct memo *memo = memo_new(p);
	struct matches m = {0};
	struct sought a = {0}, b = {0};
	size_t places = 0, lones = 0, pairs = 0;
	char text[400];
	int i;

	(void)state;
	make_room(&a, sizeof(text));
	make_room(&b, sizeof(text));
	for (i = 0; i < 2000; i++) {
		size_t len = any_text(text, 65 + number(sizeof(text) - 65));
		struct trial t = {.phrases = p, .words = &m.words};
		int group = (int)number(PHRASES_GROUPS);
		struct word_span spans[2];

		match_text(&m, p, memo, text, len, false);
		t.marks = m.words.marks;
		t.nwords = m.words.count;
		draw_spans(spans, t.nwords);
		sieve(&a, &t, spans, LENGTH(spans), group);
		avx512_allow(false);
		sieve(&b, &t, spans, LENGTH(spans), group);
		avx512_allow(true);
		assert_same_list(a.places, a.nplaces, b.places, b.nplaces);
		assert_same_list(a.lones, a.nlones, b.lones, b.nlones);
		assert_same_list(a.pairs, a.npairs, b.pairs, b.npairs);
		places += a.nplaces;
		lones += a.nlones;
		pairs += a.npairs;
	}
	assert_true(places > 1000 && lones > 1000 && pairs > 1000);
	sought_release(&a);
	sought_release(&b);
	matches_release(&m);
	memo_free(memo);
}

static void
assert_same_totals(const struct totals *a, const struct totals *b)
{
	size_t i;

	for (i = 0; i < LENGTH(a->scale); i++)
		assert_true(a->scale[i] == b->scale[i]);
	assert_true(a->crisis == b->crisis);
	assert_int_equal(a->said, b->said);
	assert_int_equal(a->ncues, b->ncues);
	assert_int_equal(a->ntold, b->ntold);
	for (i = 0; i < a->ntold; i++) {
		assert_int_equal(a->told[i].concept, b->told[i].concept);
		assert_true(a->told[i].severity == b->told[i].severity);
	}
}

static void
cues_add_up_to_the_same(void **state)
{
	enum { TEXTS = 50, ITEMS = 600 };
	const struct lexicon *lex = &lexicon_built_in;
	struct tally_item items[ITEMS];
	struct contexts contexts;
	struct totals a, b;
	struct tally *wide, *plain;
	size_t i, told = 0;

	(void)state;
	contexts_init(&contexts, lex);
	wide = tally_new(lex, lex->phrases, &contexts);
	plain = tally_new(lex, lex->phrases, &contexts);
	for (i = 0; i < ITEMS; i++)
		items[i] = (struct tally_item){
		    tally_key(number((unsigned)lex->nrules),
			number(3) == 0 ? number(CONTEXTS) : 0),
		    number(TEXTS)};
	tally_begin(wide, TEXTS);
	tally_begin(plain, TEXTS);
	tally_add(wide, items, ITEMS);
	avx512_allow(false);
	tally_add(plain, items, ITEMS);
	avx512_allow(true);
	for (i = 0; i < TEXTS; i++) {
		tally_settle(wide, i, &a);
		tally_settle(plain, i, &b);
		assert_same_totals(&a, &b);
		told += a.ntold;
	}
	assert_true(told > 10);
	tally_free(wide);
	tally_free(plain);
	contexts_release(&contexts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(text_is_split_into_the_same_words),
	    cmocka_unit_test(the_same_words_and_pairs_are_left),
	    cmocka_unit_test(cues_add_up_to_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
