#include "attrib/feature.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Words tell most; letters catch what no word of the training has, rules what
 * the writers of the lexicon knew. */
const double feature_shares[FEATURE_KINDS] = {1, 0.5, 0.7};

void
features_release(struct features *f)
{
	free(f->items);
	free(f->ends);
	tokens_release(&f->tokens);
	str_release(&f->folded);
	*f = (struct features){0};
}

static void
add(struct features *f, enum feature_kind kind, uint64_t hash,
    const struct token *first, const struct token *last)
{
	f->items = mem_grow(f->items, &f->cap, f->count + 1, sizeof *f->items);
	hash ^= hash >> 32;
	hash ^= hash >> FEATURE_BITS;
	f->items[f->count++] =
	    (struct feature){.bucket = (uint32_t)(hash & (FEATURE_BUCKETS - 1)),
		.kind = kind,
		.start = first->start,
		.end = last->end,
		.value = 1};
}

/* The hash of the kind of a feature: the same bytes are another feature of
 * another kind. */
static uint64_t
begin(enum feature_kind kind)
{
	char c = "wlr"[kind];

	return hash_add(HASH_INIT, &c, 1);
}

/* Writes " word word ... " and where each word ends. */
static void
fold_words(struct features *f, const char *text)
{
	size_t i;

	str_clear(&f->folded);
	str_addc(&f->folded, ' ');
	for (i = 0; i < f->tokens.count; i++) {
		const struct token *t = &f->tokens.items[i];

		utf8_fold(&f->folded, text + t->start, t->end - t->start);
		f->ends =
		    mem_grow(f->ends, &f->ends_cap, i + 1, sizeof *f->ends);
		f->ends[i] = f->folded.len;
		str_addc(&f->folded, ' ');
	}
}

static size_t
begin_of(const struct features *f, size_t word)
{
	return word == 0 ? 1 : f->ends[word - 1] + 1;
}

static void
add_words(struct features *f, size_t i)
{
	const struct token *t = f->tokens.items;
	size_t from = begin_of(f, i), n;

	for (n = 0; n < FEATURE_WORDS && i + n < f->tokens.count; n++)
		add(f, FEATURE_WORD,
		    hash_add(begin(FEATURE_WORD), f->folded.text + from,
			f->ends[i + n] - from),
		    &t[i], &t[i + n]);
}

static void
add_letters(struct features *f, size_t i)
{
	const struct token *t = &f->tokens.items[i];
	size_t from = begin_of(f, i) - 1, end = f->ends[i] + 1, n;

	for (; from + FEATURE_LETTERS_MIN <= end; from++)
		for (n = FEATURE_LETTERS_MIN;
		     n <= FEATURE_LETTERS_MAX && from + n <= end; n++)
			add(f, FEATURE_LETTER,
			    hash_add(begin(FEATURE_LETTER),
				f->folded.text + from, n),
			    t, t);
}

static uint64_t
hash_rule(
    uint64_t hash, const struct lexicon *lex, const struct lexicon_rule *rule)
{
	const char *name = dimension_words[rule->dimension];
	const char *pattern = lexicon_text(lex, rule->pattern);

	hash = hash_add(hash, name, strlen(name) + 1);
	return hash_add(hash, pattern, strlen(pattern) + 1);
}

static void
add_rules(
    struct features *f, const struct attribution *a, const struct lexicon *lex)
{
	size_t n, i;
	const struct lexicon_rule *rules = lexicon_rules(lex, &n);

	for (i = 0; i < a->ncues; i++) {
		const struct cue *cue = &a->cues[i];
		struct token at = {.start = cue->start, .end = cue->end};
		char negated = cue->negated ? '-' : '+';

		add(f, FEATURE_RULE,
		    hash_add(
			hash_rule(begin(FEATURE_RULE), lex, &rules[cue->rule]),
			&negated, 1),
		    &at, &at);
	}
}

static int
compare(const void *a, const void *b)
{
	const struct feature *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->bucket != y->bucket)
		return x->bucket < y->bucket ? -1 : 1;
	return (x->start > y->start) - (x->start < y->start);
}

/* Makes one of those that are the same. */
static void
merge(struct features *f)
{
	size_t i, n = 0;

	if (f->count > 1)
		qsort(f->items, f->count, sizeof *f->items, compare);
	for (i = 0; i < f->count; i++) {
		if (n > 0 && f->items[n - 1].kind == f->items[i].kind &&
		    f->items[n - 1].bucket == f->items[i].bucket)
			f->items[n - 1].value++;
		else
			f->items[n++] = f->items[i];
	}
	f->count = n;
}

void
features_read(struct features *f, struct attrib *reader,
    const struct lexicon *lex, const char *text, size_t len)
{
	struct attribution a;
	size_t i;

	if (f->folded.text == NULL)
		str_init(&f->folded);
	f->count = 0;
	tokens_split(&f->tokens, text, len);
	f->words = f->tokens.count;
	fold_words(f, text);
	for (i = 0; i < f->tokens.count; i++) {
		add_words(f, i);
		add_letters(f, i);
	}
	attrib_read(reader, text, len, ATTRIB_ASSUME_CAUSE | ATTRIB_CUES, &a);
	add_rules(f, &a, lex);
	merge(f);
}

void
features_weigh(struct features *f, feature_idf *idf, const void *context)
{
	double squares[FEATURE_KINDS] = {0};
	size_t i, n = 0;

	for (i = 0; i < f->count; i++) {
		struct feature x = f->items[i];

		x.value = (1 + log(x.value)) * idf(context, x.bucket);
		if (x.value == 0)
			continue;
		squares[x.kind] += x.value * x.value;
		f->items[n++] = x;
	}
	f->count = n;
	for (i = 0; i < n; i++)
		f->items[i].value *= feature_shares[f->items[i].kind] /
		    sqrt(squares[f->items[i].kind]);
}

uint64_t
features_lexicon(const struct lexicon *lex)
{
	size_t n, i;
	const struct lexicon_rule *rules = lexicon_rules(lex, &n);
	uint64_t hash = HASH_INIT;

	for (i = 0; i < n; i++)
		if (rules[i].weight != 0)
			hash = hash_rule(hash, lex, &rules[i]);
	return hash;
}
