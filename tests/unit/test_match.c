#include "attrib/match.h"

#include "attrib/settle.h"
#include "base/chance.h"
#include "base/str.h"
#include "test.h"

enum { MANY = 300 }; /* matches to settle */

static size_t
put(char *out, const struct lexicon *lex, uint32_t rule, size_t first,
    size_t last)
{
	return (size_t)snprintf(out, 128, "%s@%zu-%zu ",
	    lexicon_text(lex, lex->rules[rule].pattern), first, last);
}

/* Has scales told of the only text as well. */
static void
tell_scales(struct matches *m, const struct phrases *p)
{
	m->scales[0] = true;
	matches_scale(m, p, NULL, 0);
	matches_of(m, 0);
}

/* What the word says by itself. */
static size_t
put_lones(char *out, const struct lexicon *lex, const struct phrases *p,
    const struct matches *m, size_t word)
{
	const struct lone_list *list =
	    &p->lones[mark_set(m->words.marks[word])];
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
	    "class.joint: but\n"
	    "spelling: dont = do not\nspelling: n't = not\n\n"
	    "pattern,dimension,value,weight,concept\n%s",
	    rules_text);
	assert_int_equal(
	    lexicon_add(lex, "x", head_and_rules, strlen(head_and_rules), NULL),
	    0);
	p = phrases_new(lex, NULL, &file);
	assert_non_null(p);
	memo = memo_new(p);
	match_text(&m, p, memo, text, strlen(text), true);
	tell_scales(&m, p);
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
	    {"a ..2 b", "a b b x b", "a ..2 b@0-2 "},
	    {"a ..2 not ..2 b", "a x not b b", "a ..2 not ..2 b@0-4 "},
	    {"<we> .. b", "us we a b", "<we> .. b@0-3 "},
	    {"^ a ..2 b", "a a x b", "^ a ..2 b@0-3 "},
	    {"^ a ..2 b", "x a b! a b", "^ a ..2 b@3-4 "},
	    {"a ..2 b $", "a b x b", "a ..2 b $@0-3 "},
	    {"a ..2 b $", "a b x", ""},
	    {"a but", "a, but a; but a! but a,\nbut a ,, but",
		"a but@0-1 a but@8-9 "},
	    {"a ..2 b", "a x, but b a, x but b", "a ..2 b@0-3 "},
	    {"a but b", "a, but b a, but, b", "a but b@0-2 "},
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

/* There are more ways to pass over eleven gaps than could ever be tried. */
static void
passes_over_gaps_one_at_a_time(void **state)
{
	struct str rule = STR_INIT, text = STR_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < 11; i++)
		str_adds(&rule, "a ..8 ");
	for (i = 0; i < 120; i++)
		str_adds(&text, "a ");
	str_adds(&rule, "b,hedge,,1,\n");
	assert_string_equal(found(rule.text, text.text), "");
	str_adds(&text, "b");
	assert_non_null(strstr(found(rule.text, text.text), "@21-120 "));
	str_release(&rule);
	str_release(&text);
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

/* Whether x counts before y where both cannot. */
static bool
goes_first(const struct match *x, const struct match *y)
{
	if (x->last - x->first != y->last - y->first)
		return x->last - x->first > y->last - y->first;
	if (x->places != y->places)
		return x->places > y->places;
	if (x->first != y->first)
		return x->first < y->first;
	return x->rule < y->rule;
}

/* Each against all, from the first that counts on: out[i] tells of items[i]. */
static void
settle_plainly(const struct match *items, size_t count, bool *out)
{
	bool seen[MANY] = {false};
	size_t n, i, best;

	for (n = 0; n < count; n++) {
		for (best = count, i = 0; i < count; i++)
			if (!seen[i] &&
			    (best == count ||
				goes_first(&items[i], &items[best])))
				best = i;
		seen[best] = out[best] = true;
		for (i = 0; i < count; i++)
			if (i != best && seen[i] && out[i] &&
			    items[i].thing == items[best].thing &&
			    items[i].first <= items[best].last &&
			    items[best].first <= items[i].last)
				out[best] = false;
	}
}

static void
settles_many_that_hang_together_as_it_does_few(void **state)
{
	static const size_t counts[] = {40, MANY};
	struct match items[MANY] = {0}, settled[MANY];
	uint64_t seed = 1;
	size_t c, i, n, kept, round;
	bool counted[MANY];

	(void)state;
	for (round = 0; round < 40; round++) {
		c = counts[round % LENGTH(counts)];
		for (i = 0; i < c; i++) {
			uint32_t first = (uint32_t)i / 2;

			items[i] = (struct match){.rule = (uint32_t)i,
			    .first = first,
			    .last =
				first + (uint32_t)chance_below(&seed, 6) + 1,
			    .places = (uint16_t)chance_below(&seed, 3),
			    .thing = (uint32_t)chance_below(&seed, 3)};
		}
		memcpy(settled, items, c * sizeof(*items));
		settle_plainly(items, c, counted);
		kept = settle(settled, c);
		for (i = n = 0; i < c; i++)
			n += counted[i];
		assert_int_equal(kept, n);
		for (i = 0; i < kept; i++)
			assert_true(counted[settled[i].rule]);
	}
}

/*
 * Phrases of a few words by chance, against a search that tries every one of
 * them everywhere.  Those with a gap have a dimension of their own: where one
 * can match in several ways it need not be found but in the longest.
 */
enum { WORDS = 8, PLACES = 4, RULES = 24, TEXT = 48 };

struct drawn {
	unsigned words[PLACES]; /* a bit for each word that may stand there */
	size_t count, gap_at, gap; /* gap_at 0: none */
	enum dimension dimension;
};

struct drawn_text {
	size_t words[TEXT];
	bool parted[TEXT]; /* a comma stands before it */
};

static void
draw_rule(struct drawn *d, uint64_t *seed, enum dimension gapped)
{
	size_t k;

	d->count = 1 + chance_below(seed, PLACES);
	for (k = 0; k < d->count; k++) {
		d->words[k] = 1u << chance_below(seed, WORDS);
		if (chance_below(seed, 3) == 0)
			d->words[k] |= 1u << chance_below(seed, WORDS);
	}
	d->gap_at = 0;
	if (d->count > 1 && chance_below(seed, 3) == 0)
		d->gap_at = 1 + chance_below(seed, d->count - 1);
	d->gap = 1 + chance_below(seed, 3);
	d->dimension = d->gap_at > 0     ? gapped
	    : chance_below(seed, 2) == 0 ? DIM_BALANCE
					 : DIM_INTERNALITY;
}

static void
write_rule(struct str *s, const struct drawn *d)
{
	size_t k, w;

	for (k = 0; k < d->count; k++) {
		bool first = true;

		if (k > 0)
			str_addc(s, ' ');
		if (k > 0 && k == d->gap_at)
			str_addf(s, "..%zu ", d->gap);
		for (w = 0; w < WORDS; w++) {
			if ((d->words[k] >> w & 1) == 0)
				continue;
			str_addf(s, "%sw%zu", first ? "" : "|", w);
			first = false;
		}
	}
	str_addf(s, ",%s,%s,1\n", dimension_words[d->dimension],
	    d->dimension == DIM_BALANCE ? "" : "7");
}

/* Whether the rule matches words first..last, by its places from k on. */
static bool
fits(const struct drawn *d, const struct drawn_text *t, size_t k, size_t first,
    size_t last)
{
	size_t gap, most = k + 1 == d->gap_at ? d->gap : 0;

	if (first > last || (d->words[k] >> t->words[first] & 1) == 0)
		return false;
	if (k + 1 == d->count)
		return first == last;
	for (gap = 0; gap <= most; gap++) {
		if (first + 1 + gap > last || t->parted[first + 1 + gap])
			return false;
		if (fits(d, t, k + 1, first + 1 + gap, last))
			return true;
	}
	return false;
}

/* The rule that speaks for these words in the dimension: the first that fits,
 * by number; RULES if none does. */
static size_t
speaker(const struct drawn *rules, const struct drawn_text *t,
    enum dimension dimension, size_t first, size_t last)
{
	size_t i = 0;

	while (i < RULES &&
	    (rules[i].dimension != dimension ||
		!fits(&rules[i], t, 0, first, last)))
		i++;
	return i;
}

static bool
is_lone(const struct matches *m, const struct phrases *p, uint32_t rule,
    size_t word)
{
	const struct lone_list *list =
	    &p->lones[mark_set(m->words.marks[word])];
	size_t i, k,
	    n = list->count[PHRASES_FIRST] + list->count[PHRASES_SCALES];

	for (i = 0; i < m->nlones && m->lones[i] != word; i++)
		;
	for (k = 0; i < m->nlones && k < n; k++)
		if (p->lone_rules[list->first + k] == rule)
			return true;
	return false;
}

static bool
is_found(const struct matches *m, const struct phrases *p, size_t rule,
    size_t first, size_t last)
{
	size_t i;

	for (i = 0; i < m->nadding; i++)
		if (m->adding[i].rule == rule && m->adding[i].first == first &&
		    m->adding[i].last == last)
			return true;
	return first == last && is_lone(m, p, (uint32_t)rule, first);
}

/* How many matches there are but those with gaps. */
static size_t
count_plain(
    const struct matches *m, const struct phrases *p, const struct drawn *rules)
{
	size_t i, k, n = 0;

	for (i = 0; i < m->nadding; i++)
		n += m->adding[i].dimension != DIM_VALENCE;
	for (i = 0; i < m->nlones; i++) {
		const struct lone_list *list =
		    &p->lones[mark_set(m->words.marks[m->lones[i]])];

		for (k = 0; k < (size_t)list->count[0] + list->count[1]; k++)
			n += rules[p->lone_rules[list->first + k]].dimension !=
			    DIM_VALENCE;
	}
	return n;
}

/* Whether some rule with a gap is found at these words. */
static bool
is_gap_found(const struct matches *m, size_t first, size_t last)
{
	size_t i;

	for (i = 0; i < m->nadding; i++)
		if (m->adding[i].dimension == DIM_VALENCE &&
		    m->adding[i].first == first && m->adding[i].last == last)
			return true;
	return false;
}

/* Whether the rule fits more words that hold these. */
static bool
fits_around(const struct drawn *rule, const struct drawn_text *t, size_t first,
    size_t last)
{
	size_t from, to;

	for (from = last < 2 * PLACES ? 0 : last - 2 * PLACES; from <= first;
	     from++)
		for (to = last; to < TEXT && to < first + 2 * PLACES; to++)
			if (to - from > last - first &&
			    fits(rule, t, 0, from, to))
				return true;
	return false;
}

/* A rule with a gap is found wherever it fits and does not fit around. */
static void
compare_gapped(const struct matches *m, const struct drawn *rule,
    const struct drawn_text *t)
{
	size_t first, last;

	for (first = 0; first < TEXT; first++)
		for (last = first; last < TEXT && last < first + 2 * PLACES;
		     last++)
			if (fits(rule, t, 0, first, last) &&
			    !fits_around(rule, t, first, last))
				assert_true(is_gap_found(m, first, last));
}

static void
compare_search(const struct matches *m, const struct phrases *p,
    const struct drawn *rules, const struct drawn_text *t)
{
	static const enum dimension plain[] = {DIM_BALANCE, DIM_INTERNALITY};
	size_t first, last, i, k, rule, expected = 0;

	for (i = 0; i < m->nadding; i++)
		assert_true(fits(&rules[m->adding[i].rule], t, 0,
		    m->adding[i].first, m->adding[i].last));
	for (i = 0; i < RULES; i++)
		if (rules[i].dimension == DIM_VALENCE)
			compare_gapped(m, &rules[i], t);
	for (i = 0; i < TEXT * PLACES * LENGTH(plain); i++) {
		k = i % LENGTH(plain);
		first = i / LENGTH(plain) / PLACES;
		last = first + i / LENGTH(plain) % PLACES;
		if (last >= TEXT)
			continue;
		rule = speaker(rules, t, plain[k], first, last);
		if (rule == RULES)
			continue;
		assert_true(is_found(m, p, rule, first, last));
		expected++;
	}
	assert_int_equal(count_plain(m, p, rules), expected);
}

static void
draw_text(struct drawn_text *t, struct str *text, uint64_t *seed)
{
	size_t i;

	for (i = 0; i < TEXT; i++) {
		t->words[i] = chance_below(seed, WORDS);
		t->parted[i] = i > 0 && chance_below(seed, 12) == 0;
		str_addf(text, "%s w%zu", t->parted[i] ? "," : "", t->words[i]);
	}
}

/* A lexicon of the rules, those with a gap of this dimension; NULL where one
 * was drawn twice. */
static struct lexicon *
draw_lexicon(struct drawn *rules, uint64_t *seed, enum dimension gapped)
{
	struct str lines = STR_INIT;
	struct lexicon *lex = lexicon_new();
	size_t i;

	str_adds(&lines,
	    "lexicon: x\nclass.common: w0 w1 w2 w3\n\n"
	    "pattern,dimension,value,weight\n");
	for (i = 0; i < RULES; i++) {
		draw_rule(&rules[i], seed, gapped);
		write_rule(&lines, &rules[i]);
	}
	if (lexicon_add(lex, "x", lines.text, lines.len, NULL) == -1) {
		lexicon_free(lex);
		lex = NULL;
	}
	str_release(&lines);
	return lex;
}

/* Returns whether there was anything to search. */
static bool
search_by_chance(uint64_t seed)
{
	struct drawn rules[RULES];
	struct drawn_text t;
	struct str text = STR_INIT;
	struct lexicon *lex = draw_lexicon(rules, &seed, DIM_VALENCE);
	struct matches m = {0};
	const struct phrases *p;
	const char *file;
	struct memo *memo;

	if (lex == NULL)
		return false;
	draw_text(&t, &text, &seed);
	p = phrases_new(lex, NULL, &file);
	memo = memo_new(p);
	match_text(&m, p, memo, text.text, text.len, true);
	tell_scales(&m, p);
	compare_search(&m, p, rules, &t);
	matches_release(&m);
	memo_free(memo);
	phrases_free(p);
	lexicon_free(lex);
	str_release(&text);
	return true;
}

static void
finds_what_trying_all_everywhere_finds(void **state)
{
	size_t searched = 0;
	uint64_t seed;

	(void)state;
	for (seed = 1; seed <= 400; seed++)
		searched += search_by_chance(seed);
	assert_true(searched > 100);
}

/* How many matches there are of a rule at these words, also by lone pairs. */
static size_t
count_of(const struct matches *m, const struct phrases *p, uint32_t rule,
    uint32_t first, uint32_t last)
{
	size_t i, k, n, count = 0;

	for (i = 0; i < m->nadding; i++)
		count += m->adding[i].rule == rule &&
		    m->adding[i].first == first && m->adding[i].last == last;
	for (i = 0; i < m->nlone_pairs; i++) {
		const uint32_t *rules =
		    phrases_pair_rules(p, m->lone_pairs[i].list, &n);

		for (k = 0; k < n; k++)
			count += rules[k] == rule &&
			    m->lone_pairs[i].at == first && last == first + 1;
	}
	return count;
}

/* Returns how many pairs were told of without a match. */
static size_t
list_by_chance(uint64_t seed)
{
	struct drawn rules[RULES];
	struct drawn_text t;
	struct str text = STR_INIT;
	struct lexicon *lex = draw_lexicon(rules, &seed, DIM_BALANCE);
	struct matches listed = {0}, told = {0};
	const struct phrases *p;
	const char *file;
	struct memo *memo;
	size_t i, n, total, pairs;

	if (lex == NULL)
		return 0;
	draw_text(&t, &text, &seed);
	p = phrases_new(lex, NULL, &file);
	memo = memo_new(p);
	match_text(&listed, p, memo, text.text, text.len, true);
	match_text(&told, p, memo, text.text, text.len, false);
	assert_int_equal(listed.nlone_pairs, 0);
	for (i = 0; i < listed.nadding; i++) {
		const struct match *match = &listed.adding[i];

		assert_int_equal(
		    count_of(&told, p, match->rule, match->first, match->last),
		    1);
	}
	total = told.nadding;
	for (i = 0; i < told.nlone_pairs; i++) {
		phrases_pair_rules(p, told.lone_pairs[i].list, &n);
		total += n;
	}
	assert_int_equal(total, listed.nadding);
	pairs = told.nlone_pairs;
	matches_release(&listed);
	matches_release(&told);
	memo_free(memo);
	phrases_free(p);
	lexicon_free(lex);
	str_release(&text);
	return pairs;
}

static void
pairs_tell_what_their_matches_would(void **state)
{
	size_t pairs = 0;
	uint64_t seed;

	(void)state;
	for (seed = 1; seed <= 400; seed++)
		pairs += list_by_chance(seed);
	assert_true(pairs > 100);
}

/* A text that brings more matches than are taken, and one behind it. */
static void
too_many_matches_of_one_text_take_none_from_another(void **state)
{
	enum { MANY_WORDS = 4000, THEMES = 20 }; /* more than MATCH_MAX */
	struct str rules = STR_INIT, text = STR_INIT;
	struct lexicon *lex = lexicon_new();
	struct matches m = {0};
	const struct phrases *p;
	const char *file = "";
	struct memo *memo;
	size_t i, alone;

	(void)state;
	str_adds(&rules,
	    "lexicon: x\n\npattern,dimension,value,weight,concept\n"
	    "y,hedge,,,\n");
	for (i = 0; i < THEMES; i++)
		str_addf(&rules, "x,theme,,1,c%zu\n", i);
	for (i = 0; i < MANY_WORDS; i++)
		str_adds(&text, "x ");
	assert_int_equal(lexicon_add(lex, "x", rules.text, rules.len, NULL), 0);
	p = phrases_new(lex, NULL, &file);
	memo = memo_new(p);
	match_text(&m, p, memo, text.text, text.len, false);
	alone = m.count;
	tokens_clear(&m.tokens);
	tokens_add(&m.tokens, text.text, text.len);
	tokens_add(&m.tokens, "x y", 3);
	matches_read(&m, memo, false);
	matches_find(&m, p);
	assert_int_equal(m.end, 1);
	matches_of(&m, 0);
	assert_int_equal(m.count, alone);
	matches_find(&m, p);
	assert_int_equal(m.end, 2);
	matches_of(&m, 1);
	assert_int_equal(m.count, THEMES + 1);
	assert_int_equal(m.items[THEMES].first, MANY_WORDS + 1);
	matches_release(&m);
	memo_free(memo);
	phrases_free(p);
	lexicon_free(lex);
	str_release(&text);
	str_release(&rules);
}

/* The same of scales, which are looked for later. */
static void
too_many_scales_of_one_text_take_none_from_another(void **state)
{
	static const char rules[] =
	    "lexicon: x\n\npattern,dimension,value,weight,concept\n"
	    "x x,internality,1,1,\n"
	    "y,hedge,,,\n";
	struct str text = STR_INIT;
	struct lexicon *lex = lexicon_new();
	struct matches m = {0};
	const struct phrases *p;
	const char *file = "";
	struct found found;
	struct memo *memo;
	size_t i;

	(void)state;
	for (i = 0; i < MATCH_MAX + 2; i++)
		str_adds(&text, "x ");
	assert_int_equal(lexicon_add(lex, "x", rules, strlen(rules), NULL), 0);
	p = phrases_new(lex, NULL, &file);
	memo = memo_new(p);
	tokens_clear(&m.tokens);
	tokens_add(&m.tokens, text.text, text.len);
	tokens_add(&m.tokens, "x x x y", 7);
	matches_read(&m, memo, true);
	matches_find(&m, p);
	assert_int_equal(m.end, 2);
	m.scales[0] = m.scales[1] = true;
	matches_scale(&m, p, NULL, 0);
	assert_int_equal(m.end, 1);
	matches_of(&m, 0);
	assert_int_equal(m.nadding, MATCH_MAX);
	found = matches_found(&m, PHRASES_FIRST);
	assert_int_equal(found.nsettled, 0);
	found = matches_found(&m, PHRASES_SCALES);
	assert_int_equal(found.nadding, MATCH_MAX);
	matches_find(&m, p);
	m.scales[1] = true;
	matches_scale(&m, p, NULL, 0);
	matches_of(&m, 1);
	assert_int_equal(m.nadding, 2);
	found = matches_found(&m, PHRASES_FIRST);
	assert_int_equal(found.nsettled, 1);
	matches_release(&m);
	memo_free(memo);
	phrases_free(p);
	lexicon_free(lex);
	str_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_what_a_pattern_asks_for),
	    cmocka_unit_test(passes_over_gaps_one_at_a_time),
	    cmocka_unit_test(lets_the_longest_win_or_adds_up),
	    cmocka_unit_test(settles_many_that_hang_together_as_it_does_few),
	    cmocka_unit_test(finds_what_trying_all_everywhere_finds),
	    cmocka_unit_test(pairs_tell_what_their_matches_would),
	    cmocka_unit_test(
		too_many_matches_of_one_text_take_none_from_another),
	    cmocka_unit_test(
		too_many_scales_of_one_text_take_none_from_another),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
