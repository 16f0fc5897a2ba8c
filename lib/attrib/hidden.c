#include "attrib/hidden.h"

#include "attrib/names.h"
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

/* Which rules have an alternative at a place of so many, the last of them
 * first: only these can hide one that has it there. */
struct index {
	struct names keys;
	struct posting {
		uint32_t rule, next; /* number plus 1; 0: the last */
	} * items;
	size_t count, cap;
	struct listed {
		uint32_t head, count;
	} * lists; /* of each key */
	size_t lists_cap;
	struct str key;
};

/* The key of an alternative at a place of so many. */
static void
make_key(struct str *key, size_t count, size_t place, const char *part,
    size_t len, bool stem)
{
	str_clear(key);
	str_addc(key, (char)count);
	str_addc(key, (char)place);
	str_add(key, part, len);
	if (stem)
		str_addc(key, '*');
}

static void
post(struct index *x, uint32_t rule)
{
	uint32_t key = names_take(&x->keys, x->key.text, x->key.len);
	struct listed *list;

	if (key + 1 > x->lists_cap) {
		size_t had = x->lists_cap;

		x->lists = mem_grow(
		    x->lists, &x->lists_cap, key + 1u, sizeof(*x->lists));
		memset(x->lists + had, 0,
		    (x->lists_cap - had) * sizeof(*x->lists));
	}
	list = &x->lists[key];
	if (list->count > 0 && x->items[list->head - 1].rule == rule)
		return;
	x->items = mem_grow(x->items, &x->cap, x->count + 1, sizeof(*x->items));
	x->items[x->count++] = (struct posting){rule, list->head};
	list->head = (uint32_t)x->count;
	list->count++;
}

/* Lists the rule of a variant under all its alternatives. */
static void
list_variant(struct index *x, const struct variant *v)
{
	size_t i, len, n;
	const char *text, *part;

	for (i = 0; i < v->pattern.count; i++) {
		text = v->pattern.elements[i].text;
		len = v->pattern.elements[i].len;
		while (pattern_alternative(&text, &len, &part, &n)) {
			make_key(&x->key, v->pattern.count, i, part, n, false);
			post(x, v->rule);
		}
	}
}

static struct listed
find_list(const struct index *x)
{
	uint32_t key = names_find(&x->keys, x->key.text, x->key.len);

	return key == NAMES_NONE ? (struct listed){0, 0} : x->lists[key];
}

/* The lists of rules that take the first alternative of an element: of the same
 * one, or of a stem of it.  Adds their rules to out, where it is not NULL, and
 * returns how many. */
static size_t
find_takers(
    struct index *x, const struct pattern *p, size_t place, uint32_t *out)
{
	const char *text = p->elements[place].text, *part;
	size_t len = p->elements[place].len, n, whole, at, count = 0;
	bool classed;
	uint32_t i;

	pattern_alternative(&text, &len, &part, &n);
	whole = n;
	text = part;
	classed = pattern_kind(&part, &n) == PATTERN_CLASS;
	for (at = classed ? n + 1 : 1; at <= n + 1; at++) {
		struct listed list;

		make_key(&x->key, p->count, place, text, at <= n ? at : whole,
		    at <= n);
		list = find_list(x);
		for (i = out == NULL ? 0 : list.head; i > 0;
		     i = x->items[i - 1].next)
			*out++ = x->items[i - 1].rule;
		count += list.count;
	}
	return count;
}

static int
compare_numbers(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* The rules that may hide a variant, rising, some more than once; the caller
 * frees the list. */
static uint32_t *
find_rules(struct index *x, const struct pattern *p, size_t *count)
{
	size_t best = 0, place, n;
	uint32_t *out;

	*count = find_takers(x, p, 0, NULL);
	for (place = 1; place < p->count; place++) {
		n = find_takers(x, p, place, NULL);
		best = n < *count ? place : best;
		*count = n < *count ? n : *count;
	}
	out = mem_alloc(*count + 1, sizeof(*out));
	find_takers(x, p, best, out);
	qsort(out, *count, sizeof(*out), compare_numbers);
	return out;
}

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

/* The first of the rules listed so far that hides the rule, or itself. */
static uint32_t
hidden_by(const struct variants *v, struct index *x, uint32_t rule)
{
	size_t count, i;
	uint32_t *rules, by = rule;

	if (v->begin[rule] == v->begin[rule + 1])
		return rule;
	rules = find_rules(x, &v->items[v->begin[rule]].pattern, &count);
	for (i = 0; i < count && by == rule; i++)
		if (hides_all(v, rules[i], rule))
			by = rules[i];
	free(rules);
	return by;
}

uint32_t *
hidden_rules(const struct lexicon *lex)
{
	struct variants v = {.lex = lex};
	struct index x = {.key = STR_INIT};
	uint32_t n = (uint32_t)lex->nrules, i;
	uint32_t *by = mem_alloc(n + 1u, sizeof(*by));
	size_t k;

	v.begin = mem_alloc(n + 1u, sizeof(*v.begin));
	for (i = 0; i < n; i++)
		take_variants(&v, i);
	v.begin[n] = v.count;
	for (i = 0; i < n; i++) {
		by[i] = hidden_by(&v, &x, i);
		for (k = v.begin[i]; k < v.begin[i + 1]; k++)
			list_variant(&x, &v.items[k]);
	}
	names_release(&x.keys);
	str_release(&x.key);
	free(x.items);
	free(x.lists);
	free(v.begin);
	free(v.items);
	return by;
}
