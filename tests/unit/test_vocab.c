#include "attrib/memo.h"
#include "attrib/vocabmake.h"

#include "test.h"

#include <ctype.h>

enum { FAIL = 1, THEY, NOT, LAZY };

static struct vocab vocab;

static void
add(struct vocabmake *v, const char *word, bool stem, uint32_t symbol)
{
	vocabmake_add(v, word, strlen(word), stem, symbol);
}

static int
set_up(void **state)
{
	struct vocabmake *v = vocabmake_new();
	const char *const can_not[] = {"can", "not"}, *const not_[] = {"not"};
	bool good = vocabmake_spell(v, "cannot", 6, can_not, 2) &&
	    vocabmake_spell(v, "n't", 3, not_, 1) &&
	    !vocabmake_spell(v, "cannot", 6, not_, 1) &&
	    vocabmake_spelt(v, "cannot", 6) && !vocabmake_spelt(v, "can", 3);

	(void)state;
	add(v, "fail", true, FAIL);
	add(v, "they", false, THEY);
	add(v, "them", false, THEY);
	add(v, "failure", false, LAZY);
	add(v, "not", false, NOT);
	add(v, "lazy", false, LAZY);
	good &= vocabmake_finish(v, &vocab);
	vocabmake_free(v);
	return good ? 0 : -1;
}

static int
tear_down(void **state)
{
	(void)state;
	vocab_release(&vocab);
	return 0;
}

static uint16_t
set_of(const char *word)
{
	uint16_t sets[VOCAB_PARTS_MAX];

	assert_int_equal(vocab_lookup(&vocab, word, strlen(word), sets), 1);
	return sets[0];
}

static void
words_that_answer_alike_share_a_set(void **state)
{
	(void)state;
	assert_int_equal(set_of("they"), set_of("them"));
	assert_int_not_equal(set_of("they"), set_of("lazy"));
	assert_true(vocab_has(&vocab, set_of("they"), THEY));
	assert_false(vocab_has(&vocab, set_of("they"), LAZY));
	/* 64 further on has the same bit of the mask. */
	assert_false(vocab_has(&vocab, set_of("they"), THEY + 64));
}

static void
a_word_has_the_symbols_of_its_stems_too(void **state)
{
	(void)state;
	assert_true(vocab_has(&vocab, set_of("failure"), FAIL));
	assert_true(vocab_has(&vocab, set_of("failure"), LAZY));
	assert_true(vocab_has(&vocab, set_of("failing"), FAIL));
	assert_false(vocab_has(&vocab, set_of("failing"), LAZY));
}

static void
an_unknown_word_is_of_set_nought(void **state)
{
	char longest[VOCAB_WORD_MAX + 2];

	(void)state;
	memset(longest, 'f', sizeof(longest));
	memcpy(longest, "fail", 4);
	longest[VOCAB_WORD_MAX + 1] = '\0';
	assert_int_equal(set_of("table"), 0);
	assert_int_equal(set_of(""), 0);
	assert_int_equal(set_of("fai"), 0);
	assert_int_equal(set_of(longest), 0);
	longest[VOCAB_WORD_MAX] = '\0';
	assert_true(vocab_has(&vocab, set_of(longest), FAIL));
}

static void
stretched_letters_are_shortened(void **state)
{
	(void)state;
	assert_int_equal(set_of("laaaazy"), set_of("lazy"));
	assert_int_equal(set_of("theyyyy"), set_of("they"));
	assert_int_equal(set_of("laazy"), 0);
}

static void
a_word_may_be_read_as_several(void **state)
{
	uint16_t sets[VOCAB_PARTS_MAX];

	(void)state;
	assert_int_equal(vocab_lookup(&vocab, "cannot", 6, sets), 2);
	assert_int_equal(sets[0], 0);
	assert_true(vocab_has(&vocab, sets[1], NOT));
	assert_int_equal(vocab_lookup(&vocab, "don't", 5, sets), 2);
	assert_true(vocab_has(&vocab, sets[1], NOT));
	assert_int_equal(vocab_lookup(&vocab, "they'd", 6, sets), 2);
	assert_true(vocab_has(&vocab, sets[0], THEY));
	assert_int_equal(sets[1], 0);
}

/* Every word of the text read by a memory, against each looked up. */
static void
compare_reading(struct memo *memo, const char *text)
{
	struct tokens t = {0};
	struct words words = {0};
	uint16_t sets[VOCAB_PARTS_MAX];
	size_t i, k, n, at = 0;

	tokens_split(&t, text, strlen(text));
	memo_read(memo, &t, &words);
	for (i = 0; i < t.count; i++) {
		char folded[VOCAB_WORD_MAX];
		size_t len = t.items[i].end - t.items[i].start;

		for (k = 0; k < len; k++)
			folded[k] = (char)tolower(text[t.items[i].start + k]);
		assert_int_equal(words.alarms[i], alarm_word_of(folded, len));
		n = vocab_lookup(&vocab, folded, len, sets);
		for (k = 0; k < n; k++, at++) {
			assert_int_equal(mark_set(words.marks[at]), sets[k]);
			assert_int_equal(
			    words.spans[at].start, t.items[i].start);
			assert_int_equal(words.spans[at].end, t.items[i].end);
			assert_int_equal(words.flags[at] & TOKEN_CLAUSE,
			    k == 0 ? t.flags[i] & TOKEN_CLAUSE : 0);
		}
	}
	assert_int_equal(at, words.count);
	words_release(&words);
	tokens_release(&t);
}

static void
a_memory_says_what_the_vocabulary_says(void **state)
{
	static const char *const texts[] = {
	    "They FAILED, cannot; don't LAZY lazy lAAAAzy", "lazy", "a",
	    "abcdefghijklmnop they abcdefghijklmnopq Failabcdefghijklmn",
	    "they they them Them @[` Z{ z"};
	struct phrase_mark *marks = test_calloc(vocab.nsets, sizeof(*marks));
	const struct phrases phrases = {.vocab = vocab, .marks = marks};
	struct memo *memo = memo_new(&phrases);
	char text[32];
	size_t i, round;

	(void)state;
	for (i = 0; i < vocab.nsets; i++)
		marks[i].mark = (uint32_t)i;
	for (round = 0; round < 3; round++)
		for (i = 0; i < LENGTH(texts); i++)
			compare_reading(memo, texts[i]);
	/* More words than it holds: the older are forgotten, not mistaken. */
	for (i = 0; i < 60000; i++) {
		snprintf(text, sizeof(text), "fail%zu x%zu they", i, i * 7);
		compare_reading(memo, text);
	}
	memo_free(memo);
	test_free(marks);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_that_answer_alike_share_a_set),
	    cmocka_unit_test(a_word_has_the_symbols_of_its_stems_too),
	    cmocka_unit_test(an_unknown_word_is_of_set_nought),
	    cmocka_unit_test(stretched_letters_are_shortened),
	    cmocka_unit_test(a_word_may_be_read_as_several),
	    cmocka_unit_test(a_memory_says_what_the_vocabulary_says),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
