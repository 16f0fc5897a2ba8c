#include "attrib/match.h"

#include "test.h"

static size_t
put(char *out, const struct lexicon *lex, uint32_t rule, size_t first,
    size_t last)
{
	return (size_t)snprintf(out, 64, "%s@%zu-%zu ",
	    lexicon_text(lex, lex->rules[rule].pattern), first, last);
}

/* What the word says by itself. */
static size_t
put_lones(char *out, const struct lexicon *lex, const struct phrases *p,
    const struct matches *m, size_t word)
{
	const struct lone_list *list = &p->lones[m->words.sets[word]];
	unsigned i, count = list->count[0] + list->count[1];
	size_t at = 0;

	for (i = 0; i < count; i++)
		at += put(
		    out + at, lex, p->lone_rules[list->first + i], word, word);
	return at;
}

/* What a lexicon of these rules finds in the text: "PATTERN@FIRST-LAST ...",
 * words from 0, those of which the longest alone counts before the others. */
static const char *
found(const char *rules_text, const char *text)
{
	static char buf[1024];
	char head_and_rules[1024];
	struct lexicon *lex = lexicon_new();
	struct matches m = {0};
	const char *file = "";
	const struct phrases *p;
	struct memo *memo;
	size_t i, k, at = 0;

	snprintf(head_and_rules, sizeof(head_and_rules),
	    "lexicon: x\nclass.barrier: not\nclass.we: we us\n"
	    "spelling: dont = do not\nspelling: n't = not\n\n"
	    "pattern,dimension,value,weight,concept\n%s",
	    rules_text);
	assert_int_equal(
	    lexicon_add(lex, "x", head_and_rules, strlen(head_and_rules), NULL),
	    0);
	p = phrases_new(lex, NULL, &file);
	assert_non_null(p);
	memo = memo_new(&p->vocab);
	match_text(&m, p, memo, text, strlen(text));
	match_scales(&m, p, NULL, 0);
	buf[0] = '\0';
	for (i = 0; i < m.count; i++)
		at += put(buf + at, lex, m.items[i].rule, m.items[i].first,
		    m.items[i].last);
	for (i = k = 0; i < m.nadding || k < m.nlones;) {
		if (k == m.nlones ||
		    (i < m.nadding && m.adding[i].first <= m.lones[k])) {
			at += put(buf + at, lex, m.adding[i].rule,
			    m.adding[i].first, m.adding[i].last);
			i++;
		} else {
			at += put_lones(buf + at, lex, p, &m, m.lones[k++]);
		}
	}
	matches_release(&m);
	memo_free(memo);
	phrases_free(p);
	lexicon_free(lex);
	return buf;
}

static void
finds_what_a_pattern_asks_for(void **state)
{
	static const struct {
		const char *pattern, *text, *found;
	} cases[] = {
	    {"fail*", "He FAILED, they fail", "fail*@1-1 fail*@3-3 "},
	    {"a b", "a b a, b a c b", "a b@0-1 "},
	    {"a ..2 b", "a b a x b a x x b a x x x b",
		"a ..2 b@0-1 a ..2 b@2-4 a ..2 b@5-8 "},
	    {"a ..2 b", "a not b! a, b", ""},
	    {"a b? c", "a c a b c a b b c", "a b? c@0-1 a b? c@2-4 "},
	    {"<we> a|b*", "we a us bee we c", "<we> a|b*@0-1 <we> a|b*@2-3 "},
	    {"^ a", "a a! a", "^ a@0-0 ^ a@2-2 "},
	    {"a $", "a a! a", "a $@1-1 a $@2-2 "},
	    {"do not", "don't dont DON\xE2\x80\x99T do n't",
		"do not@0-1 do not@2-3 do not@4-5 do not@6-7 "},
	    {"so", "soooo SO s\xC3\xB6", "so@0-0 so@1-1 so@2-2 "},
	};
	char rule[64];
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH(cases); i++) {
		snprintf(
		    rule, sizeof(rule), "%s,hedge,,1,\n", cases[i].pattern);
		assert_string_equal(found(rule, cases[i].text), cases[i].found);
	}
}

static void
lets_the_longest_win_or_adds_up(void **state)
{
	(void)state;
	assert_string_equal(
	    found("a,hedge,,1,\na b,hedge,,1,\nb,boost,,1,\n", "a b a"),
	    "a b@0-1 b@1-1 a@2-2 ");
	assert_string_equal(
	    found("a,theme,,1,x\na b,theme,,1,x\na b,theme,,1,y\n", "a b"),
	    "a b@0-1 a b@0-1 ");
	assert_string_equal(
	    found("a,control,7,1,\na b,control,7,1,\na b|c,control,7,1,\n",
		"a b a c"),
	    "a b@0-1 a@0-0 a b|c@2-3 a@2-2 ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_what_a_pattern_asks_for),
	    cmocka_unit_test(lets_the_longest_win_or_adds_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
