#include "attrib/hidden.h"

#include "attrib/pattern.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* A rule with some of its optional words left out. */
struct variant {
	struct pattern pattern;
	uint32_t rule;
};

struct variants {
	const struct lexicon *lex;
	struct variant *items;
	size_t count, cap;
	size_t *begin; /* of each rule, and of one behind the last */
};

static void
take_variants(struct variants *v, uint32_t number)
{
	const struct lexicon_rule *rule = &v->lex->rules[number];
	struct pattern whole, variant;
	unsigned n;

	v->begin[number] = v->count;
	if (rule->weight == 0 ||
	    pattern_parse(&whole, lexicon_text(v->lex, rule->pattern),
		rule->line, NULL) == -1)
		return;
	for (n = 0; pattern_variant(&whole, n, &variant); n++) {
		v->items = mem_grow(
		    v->items, &v->cap, v->count + 1, sizeof(*v->items));
		v->items[v->count++] = (struct variant){variant, number};
	}
}

static bool
same(const char *a, size_t alen, const char *b, size_t blen)
{
	return alen == blen && memcmp(a, b, alen) == 0;
}

/* Whether an alternative takes every word that another does. */
static bool
takes_all(const char *a, size_t alen, const char *b, size_t blen)
{
	enum pattern_kind x = pattern_kind(&a, &alen);
	enum pattern_kind y = pattern_kind(&b, &blen);

	if (x == PATTERN_STEM && y != PATTERN_CLASS)
		return blen >= alen && memcmp(a, b, alen) == 0;
	return x == y && same(a, alen, b, blen);
}

static bool
has_all(const struct element *a, const struct element *b)
{
	const char *rest = b->text, *part, *left, *other;
	size_t len = b->len, n, left_len, m;
	bool found = true;

	while (found && pattern_alternative(&rest, &len, &part, &n)) {
		left = a->text;
		left_len = a->len;
		found = false;
		while (
		    !found && pattern_alternative(&left, &left_len, &other, &m))
			found = takes_all(other, m, part, n);
	}
	return found;
}

/* Whether a stands on the very same words wherever b does.  With a gap, another
 * word behind it might be farther off, and its match another one. */
static bool
stands_with(const struct pattern *a, const struct pattern *b)
{
	bool gapped = false, equal = true, all = true;
	size_t i;

	if (a->count != b->count || (a->at_start && !b->at_start) ||
	    (a->at_end && !b->at_end))
		return false;
	for (i = 0; all && i < a->count; i++) {
		const struct element *x = &a->elements[i], *y = &b->elements[i];

		gapped |= x->gap + y->gap > 0;
		equal &=
		    x->gap == y->gap && same(x->text, x->len, y->text, y->len);
		all = has_all(x, y);
	}
	return gapped ? all && equal : all;
}

static bool
speak_for_same(
    const struct lexicon *lex, const struct variant *a, const struct variant *b)
{
	const struct lexicon_rule *x = &lex->rules[a->rule];
	const struct lexicon_rule *y = &lex->rules[b->rule];

	return x->dimension == y->dimension &&
	    (x->dimension != DIM_THEME ||
		lexicon_raises(lex, x)->concept ==
		    lexicon_raises(lex, y)->concept);
}

/* Whether one of the variants of a rule always stands with b. */
static bool
hides(const struct variants *v, uint32_t rule, const struct variant *b)
{
	size_t i;

	for (i = v->begin[rule]; i < v->begin[rule + 1]; i++)
		if (speak_for_same(v->lex, &v->items[i], b) &&
		    stands_with(&v->items[i].pattern, &b->pattern))
			return true;
	return false;
}

static bool
hides_all(const struct variants *v, uint32_t rule, uint32_t other)
{
	size_t i;

	for (i = v->begin[other]; i < v->begin[other + 1]; i++)
		if (!hides(v, rule, &v->items[i]))
			return false;
	return v->begin[other] < v->begin[other + 1];
}

uint32_t *
hidden_rules(const struct lexicon *lex)
{
	struct variants v = {.lex = lex};
	uint32_t n = (uint32_t)lex->nrules, i, k;
	uint32_t *by = mem_alloc(n + 1u, sizeof(*by));

	v.begin = mem_alloc(n + 1u, sizeof(*v.begin));
	for (i = 0; i < n; i++)
		take_variants(&v, i);
	v.begin[n] = v.count;
	for (i = 0; i < n; i++) {
		for (k = 0; k < i && !hides_all(&v, k, i); k++)
			;
		by[i] = k;
	}
	free(v.begin);
	free(v.items);
	return by;
}
