#include "test.h"

#include "concept/word.h"

static void
expect_key(const char *name, const char *key)
{
	struct str out = STR_INIT;

	word_key(&out, name, strlen(name));
	assert_string_equal(out.text, key);
	str_release(&out);
}

static void
keys_fold_case_accents_and_marks(void **state)
{
	(void)state;
	expect_key("Connection-Paradox", "connection paradox");
	expect_key("  a  --  b! ", "a b");
	expect_key("Beck\xe2\x80\x99s idea", "becks idea");
	expect_key("Caf\xc3\xa9 \xe2\x80\x94 noir", "cafe noir");
	expect_key("?!", "");
	expect_key("", "");
}

static void
a_dictionary_drops_marks(void **state)
{
	static const struct {
		const char *name, *key;
	} rows[] = {{"Black-faced  crow", "blackfaced crow"}, {"'tis", "tis"},
	    {"C++", "c"}, {"--", ""}};

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct str out = STR_INIT;

		word_key_dropping(&out, rows[i].name, strlen(rows[i].name));
		assert_string_equal(out.text, rows[i].key);
		str_release(&out);
	}
}

static void
an_id_has_hyphens(void **state)
{
	struct str out = STR_INIT;

	(void)state;
	word_id(&out, "Not Good Enough!", 16);
	assert_string_equal(out.text, "not-good-enough");
	str_release(&out);
}

/* Words of one row meet in one stem; words of two rows do not. */
static void
stems_bring_forms_together(void **state)
{
	static const char *const rows[][5] = {
	    {"reject", "rejects", "rejected", "rejecting", "rejection"},
	    {"cancel", "cancels", "cancelled", "canceled", "cancelling"},
	    {"friend", "friends", "friendship", "friendly", "friendships"},
	    {"avoid", "avoids", "avoiding", "avoidance", "avoided"},
	    {"stare", "stares", "stared", "staring", "stare"},
	    {"behaviour", "behavior", "behaviours", "behaviors", "behavior"},
	    {"personalise", "personalize", "personalising", "personalized",
		"personalised"},
	    {"party", "parties", "party", "party", "party"},
	    {"plan", "plans", "planned", "planning", "plan"},
	    {"lonely", "loneliness", "lonely", "lonely", "lonely"},
	};
	struct str first[LENGTH(rows)];

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		str_init(&first[i]);
		word_stem(&first[i], rows[i][0], strlen(rows[i][0]));
		for (size_t j = 1; j < 5; j++) {
			struct str s = STR_INIT;

			word_stem(&s, rows[i][j], strlen(rows[i][j]));
			assert_string_equal(s.text, first[i].text);
			str_release(&s);
		}
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(first[i].text, first[j].text);
	}
	for (size_t i = 0; i < LENGTH(rows); i++)
		str_release(&first[i]);
}

static void
common_words_are_known_whole(void **state)
{
	static const char *const yes[] = {"a", "the", "why", "yourself", "i"};
	static const char *const no[] = {"th", "thee", "lonely", "never", ""};

	(void)state;
	for (size_t i = 0; i < LENGTH(yes); i++)
		assert_true(word_is_common(yes[i], strlen(yes[i])));
	for (size_t i = 0; i < LENGTH(no); i++)
		assert_false(word_is_common(no[i], strlen(no[i])));
}

static void
pairs_pass_over_common_words(void **state)
{
	static const char *const expected[] = {
	    "peopl", "peopl star", "star lot"};
	const char *rest = "why do people stare at me a lot";
	struct word_pairs pairs = {0};
	struct str pair = STR_INIT;

	(void)state;
	for (size_t i = 0; i < LENGTH(expected); i++) {
		assert_true(word_next_stem(&rest, &pairs, &pair));
		assert_string_equal(pair.text, expected[i]);
	}
	assert_false(word_next_stem(&rest, &pairs, &pair));
	str_release(&pair);
}

static void
common_words_count_beside_others(void **state)
{
	static const char *const expected[] = {
	    "why do", "do peopl", "star at", "at me", "me a", "a lot"};
	const char *rest = "why do people stare at me a lot";
	struct str pair = STR_INIT;

	(void)state;
	for (size_t i = 0; i < LENGTH(expected); i++) {
		assert_true(word_next_common_pair(&rest, &pair));
		assert_string_equal(pair.text, expected[i]);
	}
	assert_false(word_next_common_pair(&rest, &pair));
	str_release(&pair);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_fold_case_accents_and_marks),
	    cmocka_unit_test(a_dictionary_drops_marks),
	    cmocka_unit_test(an_id_has_hyphens),
	    cmocka_unit_test(stems_bring_forms_together),
	    cmocka_unit_test(common_words_are_known_whole),
	    cmocka_unit_test(pairs_pass_over_common_words),
	    cmocka_unit_test(common_words_count_beside_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
