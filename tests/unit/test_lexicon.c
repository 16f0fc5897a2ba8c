#include "attrib/lexicon.h"
#include "attrib/phrases.h"

#include "base/str.h"
#include "test.h"

#define HEAD "lexicon: x\n\npattern,dimension,value,weight,concept,scope\n"

/* What is wrong with a lexicon of one file, "" if nothing is. */
static const char *
fault_of(const char *text)
{
	static struct diag err;
	static char buf[DIAG_TEXT_MAX + 32];
	struct lexicon *lex = lexicon_new();
	const struct phrases *phrases = NULL;
	const char *file = "x";
	bool good = lexicon_add(lex, "x", text, strlen(text), &err) == 0;

	if (good)
		phrases = phrases_new(lex, &err, &file);
	good = phrases != NULL;
	snprintf(buf, sizeof(buf), "%lu: %s", err.line, err.text);
	phrases_free(phrases);
	lexicon_free(lex);
	return good ? "" : buf;
}

static void
accepts_what_is_well_formed(void **state)
{
	static const char *const texts[] = {
	    "lexicon: only words\nclass.a: b c*\n",
	    HEAD,
	    HEAD "my fault,internality,7,2,behavioural-self-blame,neg drop\n",
	    HEAD "^ i ..2 fail* $,pattern,,1.5,labelling;low-self-worth,\n",
	    "lexicon: x\nclass.a: b <c>\nclass.c: d*\nprior.labelling: -3\n"
	    "context.hedge: 0.5\nspelling: dont = do not\n\n"
	    "pattern,dimension,concept\nz? <a>|y,theme,loneliness\n",
	};
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH(texts); i++)
		assert_string_equal(fault_of(texts[i]), "");
}

static void
refuses_what_is_not_and_says_where(void **state)
{
	static const struct {
		const char *text, *fault;
	} cases[] = {
	    {"title: x\n",
		"1: no lexicon: the file begins with 'lexicon: NAME'"},
	    {"lexicon: x\nfoo: y\n", "2: unknown field 'foo'"},
	    {"lexicon: x\ncontext.foo: 1\n", "2: unknown field 'context.foo'"},
	    {"lexicon: x\nprior.a: high\n",
		"2: field 'prior.a': not a number: 'high'"},
	    {HEAD "a,mood,,1,,\n", "4: unknown dimension 'mood'"},
	    {HEAD "a,control,9,1,,\n", "4: value: too large: '9'"},
	    {HEAD "a,negation,1.5,1,,\n",
		"4: value: not a whole number: '1.5'"},
	    {HEAD "a,cause,0.5,1,,\n", "4: value: not a whole number: '0.5'"},
	    {HEAD "a,theme,,1,b;c;b,\n", "4: concept 'b' stands twice"},
	    {HEAD "a b,control,4,1,,\na  b,control,5,1,,\n",
		"5: this rule stands in line 4 already: 'a  b'"},
	    {HEAD "a,theme,,1,b;c,\na,theme,,1,c;b,\n",
		"5: this rule stands in line 4 already: 'a'"},
	    {"lexicon: x\ncontext.hedge: 0.5\ncontext.hedge: 1\n",
		"3: field 'context.hedge' stands twice"},
	    {HEAD "a,report,,,,\nb,report,2,,,\n", "5: value: too large: '2'"},
	    {HEAD "a,hedge,3,,,\n",
		"4: value: this dimension has no value: '3'"},
	    {HEAD "a,control,4,x,,\n", "4: weight: not a number: 'x'"},
	    {HEAD "a,theme,,1,,\n", "4: no concept"},
	    {HEAD "a,control,4,1,,often\n", "4: unknown scope 'often'"},
	    {HEAD ",control,4,1,,\n", "4: an empty pattern: ''"},
	    {HEAD "a ..,control,4,1,,\n", "4: a pattern ends in a gap: 'a ..'"},
	    {HEAD "a ..9 b,control,4,1,,\n", "4: gap '..9': too large"},
	    {HEAD "a ..2 ..3 b,control,4,1,,\n",
		"4: a gap stands behind a gap: 'a ..2 ..3 b'"},
	    {HEAD "a b|,control,4,1,,\n", "4: 'b|': an empty alternative"},
	    {HEAD "a? b?,control,4,1,,\n",
		"4: every word may be left out: 'a? b?'"},
	    {HEAD "<none>,control,4,1,,\n", "4: no class of this name: 'none'"},
	    {HEAD "a,control,4,1,,\na,control,5,1,,\n",
		"5: this rule stands in line 4 already: 'a'"},
	    {HEAD "a,control\n", "4: "},
	    {"lexicon: x\nclass.a: <b>\nclass.b: <a>\n\n"
	     "pattern,dimension,value\n<a>,control,4\n",
		"3: classes contain each other in a loop: 'a'"},
	    {"lexicon: x\nclass.a: <a>\n",
		"2: classes contain each other in a loop: 'a'"},
	    {"lexicon: x\nclass.a: b\nclass.a: <c>\n",
		"3: no class of this name: 'c'"},
	    {"lexicon: x\nclass.a:\n", "2: a class without words: 'a'"},
	    {"lexicon: x\nspelling: b = c d\nclass.a: b\n",
		"3: can never match: a spelling reads it otherwise: 'b'"},
	    {"lexicon: x\nspelling: a b = c\n",
		"2: spelling: 'a b': can never match"},
	    {"lexicon: x\nspelling: = c\n", "2: spelling: '': no word"},
	    {"lexicon: x\nspelling: a = b*\n",
		"2: spelling: 'b*': a spelling is of words"},
	    {"lexicon: x\nspelling: a = <b>\n",
		"2: spelling: '<b>': a spelling is of words"},
	    {"lexicon: x\nspelling: a = b\nspelling: a = c\n",
		"3: a spelling of 'a' stands in x:2 already"},
	    {"lexicon: x\nspelling: a = b c\nspelling: d = a\n\n"
	     "pattern,dimension,value\nz,control,4\n",
		"3: a spelling leads to another one: 'a'"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH(cases); i++)
		assert_memory_equal(fault_of(cases[i].text), cases[i].fault,
		    strlen(cases[i].fault));
}

/* Each class names the next so often that all ways could never be gone. */
static void
goes_through_classes_of_classes_once(void **state)
{
	struct str text = STR_INIT;
	int i, k;

	(void)state;
	str_adds(&text, "lexicon: x\n");
	for (i = 0; i < 20; i++) {
		str_addf(&text, "class.c%d:", i);
		for (k = 0; k < 20; k++)
			str_addf(&text, " <c%d>", i + 1);
		str_addc(&text, '\n');
	}
	str_adds(
	    &text, "class.c20: a\n\npattern,dimension,value\n<c0>,control,4\n");
	assert_string_equal(fault_of(text.text), "");
	str_release(&text);
}

static void
refuses_what_can_never_match(void **state)
{
	static const char *const patterns[] = {
	    "Fault", "self-blame", "caf\xC3\xA9", "dont"};
	char text[256];
	size_t i;

	(void)state;
	for (i = 0; i < LENGTH(patterns); i++) {
		snprintf(text, sizeof(text),
		    "lexicon: x\nspelling: dont = do not\n\n"
		    "pattern,dimension,value\n%s,control,4\n",
		    patterns[i]);
		assert_non_null(strstr(fault_of(text), "can never match"));
	}
}

static void
lets_a_later_file_replace_a_rule(void **state)
{
	static const char first[] = HEAD "a,control,4,1,,\nb,control,4,1,,\n";
	static const char second[] = HEAD "a,control,6,2,,\n";
	struct lexicon *lex = lexicon_new();
	const struct lexicon_rule *rules;
	size_t n;

	(void)state;
	assert_int_equal(lexicon_add(lex, "1", first, strlen(first), NULL), 0);
	assert_int_equal(
	    lexicon_add(lex, "2", second, strlen(second), NULL), 0);
	rules = lexicon_rules(lex, &n);
	assert_int_equal(n, 2);
	assert_string_equal(lexicon_text(lex, rules[0].file), "2");
	assert_near(rules[0].value, 6, 0);
	assert_near(rules[0].weight, 2, 0);
	assert_string_equal(lexicon_text(lex, rules[1].file), "1");
	lexicon_free(lex);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(accepts_what_is_well_formed),
	    cmocka_unit_test(refuses_what_is_not_and_says_where),
	    cmocka_unit_test(goes_through_classes_of_classes_once),
	    cmocka_unit_test(refuses_what_can_never_match),
	    cmocka_unit_test(lets_a_later_file_replace_a_rule),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
