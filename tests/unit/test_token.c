#include "attrib/token.h"

#include "test.h"

/* The words of a text, each followed by the letters of its flags: s a new
 * sentence, c punctuation before it, " quoted, ? asked, w beyond ASCII. */
static const char *
words_of(const char *text, size_t len)
{
	static char buf[1024];
	static const struct {
		enum token_flag flag;
		char letter;
	} letters[] = {{TOKEN_SENTENCE, 's'}, {TOKEN_CLAUSE, 'c'},
	    {TOKEN_QUOTED, '"'}, {TOKEN_QUESTION, '?'}, {TOKEN_WIDE, 'w'}};
	struct tokens t = {0};
	size_t i, k;
	int n = 0;

	buf[0] = '\0';
	tokens_split(&t, text, len);
	for (i = 0; i < t.count; i++) {
		n += snprintf(buf + n, sizeof(buf) - (size_t)n, "%s%.*s/",
		    i > 0 ? " " : "", (int)(t.items[i].end - t.items[i].start),
		    text + t.items[i].start);
		for (k = 0; k < LENGTH(letters); k++)
			if ((t.flags[i] & letters[k].flag) != 0)
				n += snprintf(buf + n, sizeof(buf) - (size_t)n,
				    "%c", letters[k].letter);
	}
	tokens_release(&t);
	return buf;
}

static void
splits_words_clauses_and_sentences(void **state)
{
	static const struct {
		const char *text, *words;
	} cases[] = {
	    {"", ""},
	    {" ,.!? ", ""},
	    {"I am late", "I/sc am/ late/"},
	    {"Sorry, no. Yes", "Sorry/sc no/c Yes/sc"},
	    {"don't say 'that'", "don't/sc say/ that/"},
	    {"self-blame - or not", "self/sc blame/ or/c not/"},
	    {"at 3.5 e.g. then", "at/sc 3/ 5/ e/ g/ then/"},
	    {"saw Dr. No. Mr Big. Dr... No",
		"saw/sc Dr/ No/ Mr/sc Big/ Dr/sc No/c"},
	    {"over.I know", "over/sc I/sc know/"},
	    {"well... so what", "well/sc so/c what/"},
	    {"why? ok", "why/sc? ok/sc"},
	    {"he said \"go away\" then", "he/sc said/ go/c\" away/\" then/c"},
	    {"he said 'go away' then", "he/sc said/ go/\" away/\" then/"},
	    {"'go away,' he said", "go/sc\" away/\" he/c said/"},
	    {"my friends' house isn't 'far at all, friends' place.'",
		"my/sc friends/ house/ isn't/ far/\" at/\" all/\" "
		"friends/c\" place/\""},
	    {"'cause we' 'go on' 'bout it'",
		"cause/sc we/ go/\" on/\" bout/ it/"},
	    {"my 'friends' said 'you're useless' then",
		"my/sc friends/ said/ you're/\" useless/\" then/"},
	    {"an open 'quote here ' and", "an/sc open/ quote/ here/ and/"},
	    {"it\xE2\x80\x99s \xE2\x80\x98so it is\xE2\x80\x99 no",
		"it\xE2\x80\x99s/scw so/\" it/\" is/\" no/"},
	    {"an open \"quote here", "an/sc open/ quote/c here/"},
	    {"it\xE2\x80\x99s \xE2\x80\x9Cso\xE2\x80\x9D \xE2\x80\x94 no",
		"it\xE2\x80\x99s/scw so/c\" no/c"},
	    {"don`t `say` it\xC2\xB4s it\xE2\x80\xB2s",
		"don`t/sc say/ it\xC2\xB4s/w it\xE2\x80\xB2s/w"},
	    {"caf\xC3\xA9 \xF0\x9F\x98\x80 bar", "caf\xC3\xA9/scw bar/"},
	    {"a\xC2\xA0"
	     "b",
		"a/sc b/"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH(cases); i++)
		assert_string_equal(
		    words_of(cases[i].text, strlen(cases[i].text)),
		    cases[i].words);
}

static void
parts_words_at_bytes_that_are_not_utf8_and_tells(void **state)
{
	struct tokens t = {0};

	(void)state;
	assert_string_equal(words_of("a\xFF"
				     "b\0c",
				5),
	    "a/sc b/ c/");
	tokens_split(&t,
	    "a\xFF"
	    "b",
	    3);
	assert_true(t.texts[0].bad_utf8);
	tokens_split(&t, "ab", 2);
	assert_false(t.texts[0].bad_utf8);
	tokens_release(&t);
}

static void
gives_the_bytes_of_the_original(void **state)
{
	static const char text[] = "\xE2\x80\x9C"
				   "Caf\xC3\xA9\xE2\x80\x9D, x";
	struct tokens t = {0};

	(void)state;
	tokens_split(&t, text, strlen(text));
	assert_int_equal(t.count, 2);
	assert_int_equal(t.items[0].start, 3);
	assert_int_equal(t.items[0].end, 8);
	assert_int_equal(t.items[1].start, 13);
	tokens_release(&t);
}

/* Both ways of splitting, where it matters: at the end of every block of 64
 * bytes, whatever stands there. */
static void
blocks_and_single_code_points_give_the_same_words(void **state)
{
	static const char *const pieces[] = {"don't", "''", "a'", "'a", "\"q\"",
	    "a`", "a`b", "x.", "U.S. a", "Dr. b", "e.g. b", "...", "why?",
	    "no!\n", "a-b", " - ", ",", "\t", "_", "caf\xC3\xA9",
	    "\xE2\x80\x99s", "\xFF", "\x7F", "5.6"};
	struct tokens fast = {0}, plain = {0};
	char text[200];
	size_t at, i, k, len;

	(void)state;
	for (at = 0; at < 140; at++) {
		for (i = 0; i < LENGTH(pieces); i++) {
			memset(text, at % 3 == 0 ? ' ' : 'y', sizeof(text));
			len = strlen(pieces[i]);
			memcpy(text + at, pieces[i], len);
			len += at + at % 7;
			tokens_split(&fast, text, len);
			tokens_split_plain(&plain, text, len);
			assert_int_equal(fast.count, plain.count);
			assert_int_equal(
			    fast.texts[0].bad_utf8, plain.texts[0].bad_utf8);
			for (k = 0; k < fast.count; k++)
				assert_memory_equal(&fast.items[k],
				    &plain.items[k], sizeof(struct token));
		}
	}
	tokens_release(&fast);
	tokens_release(&plain);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(splits_words_clauses_and_sentences),
	    cmocka_unit_test(parts_words_at_bytes_that_are_not_utf8_and_tells),
	    cmocka_unit_test(gives_the_bytes_of_the_original),
	    cmocka_unit_test(blocks_and_single_code_points_give_the_same_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
