#include "attrib/feature.h"

#include "attrib/shape.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Words tell most; letters catch what no word of the training has, rules what
 * the writers of the lexicon knew, shapes who did what to whom, the last
 * sentence what it comes to, senses what is known of words from elsewhere. */
const double feature_shares[FEATURE_KINDS] = {1, 1, 0.7, 1, 0.7, 1};

uint32_t
feature_view(enum feature_kind kind)
{
	static const uint32_t views[FEATURE_KINDS] = {0, 1, 2, 2, 0, 2};

	return views[kind];
}

static void
chain_release(struct feature_chain *c)
{
	str_release(&c->text);
	free(c->ends);
}

void
features_release(struct features *f)
{
	free(f->items);
	free(f->sorted);
	chain_release(&f->folded);
	chain_release(&f->shaped);
	tokens_release(&f->tokens);
	*f = (struct features){0};
}

enum {
	BUCKET_MASK = (1 << FEATURE_BITS) - 1,
	MERGE_FROM = 16 * 1024, /* features, of a statement of some 4 KB */
};

enum { DIGIT_BITS = 11, DIGITS = 1 << DIGIT_BITS };
_Static_assert(
    FEATURE_SENSE << FEATURE_BITS <= 1 << 2 * DIGIT_BITS, "two digits do");

static size_t
digit_of(const struct feature *x, unsigned shift)
{
	return (x->kind << FEATURE_BITS | (x->bucket & BUCKET_MASK)) >> shift &
	    (DIGITS - 1);
}

/* By one digit of kind and bucket; equal ones stay in order. */
static void
sort_digit(
    const struct feature *from, struct feature *to, size_t n, unsigned shift)
{
	size_t places[DIGITS] = {0}, sum = 0, i;

	for (i = 0; i < n; i++)
		places[digit_of(&from[i], shift)]++;
	for (i = 0; i < DIGITS; i++) {
		size_t count = places[i];

		places[i] = sum;
		sum += count;
	}
	for (i = 0; i < n; i++)
		to[places[digit_of(&from[i], shift)]++] = from[i];
}

/* Makes one of those that are the same. */
static void
merge(struct features *f)
{
	size_t i, n = 0;

	f->sorted =
	    mem_grow(f->sorted, &f->sorted_cap, f->count, sizeof *f->sorted);
	sort_digit(f->items, f->sorted, f->count, 0);
	sort_digit(f->sorted, f->items, f->count, DIGIT_BITS);
	for (i = 0; i < f->count; i++) {
		if (n > 0 && f->items[n - 1].kind == f->items[i].kind &&
		    f->items[n - 1].bucket == f->items[i].bucket)
			f->items[n - 1].value += f->items[i].value;
		else
			f->items[n++] = f->items[i];
	}
	f->count = n;
}

/* Room for one more.  A long statement says the same again and again, and has
 * many times more features than there are different ones. */
static void
make_room(struct features *f)
{
	if (f->count < f->cap)
		return;
	if (f->count >= MERGE_FROM)
		merge(f);
	if (f->count >= f->cap / 2)
		f->items =
		    mem_grow(f->items, &f->cap, f->cap + 1, sizeof *f->items);
}

static void
add(struct features *f, enum feature_kind kind, uint64_t hash,
    const struct token *first, const struct token *last)
{
	make_room(f);
	hash ^= hash >> 32;
	hash ^= hash >> FEATURE_BITS;
	f->items[f->count++] =
	    (struct feature){.bucket = feature_view(kind) << FEATURE_BITS |
		    (uint32_t)(hash & BUCKET_MASK),
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
	char c = "wlrse"[kind];

	return hash_add(HASH_INIT, &c, 1);
}

static void
chain_clear(struct feature_chain *c)
{
	if (c->text.text == NULL)
		str_init(&c->text);
	str_clear(&c->text);
	c->count = 0;
}

/* Ends the link that was written behind the last. */
static void
chain_end(struct feature_chain *c)
{
	c->ends = mem_grow(c->ends, &c->cap, c->count + 1, sizeof *c->ends);
	c->ends[c->count++] = c->text.len;
	str_addc(&c->text, ' ');
}

static void
chain_add(struct feature_chain *c, const char *text, size_t len)
{
	str_add(&c->text, text, len);
	chain_end(c);
}

static size_t
chain_begin(const struct feature_chain *c, size_t link)
{
	return link == 0 ? 0 : c->ends[link - 1] + 1;
}

/* Writes "^ word word ... $ ", and the shapes likewise. */
static void
fold_words(struct features *f, const char *text)
{
	struct feature_chain *words = &f->folded, *shapes = &f->shaped;
	size_t i, from, len;

	chain_clear(words);
	chain_clear(shapes);
	chain_add(words, "^", 1);
	chain_add(shapes, "^", 1);
	for (i = 0; i < f->tokens.count; i++) {
		const struct token *t = &f->tokens.items[i];
		const char *shape;

		from = words->text.len;
		utf8_fold(&words->text, text + t->start, t->end - t->start);
		shape = shape_of(
		    words->text.text + from, words->text.len - from, &len);
		chain_add(shapes, shape, len);
		chain_end(words);
	}
	chain_add(words, "$", 1);
	chain_add(shapes, "$", 1);
}

/* The word of a link; of the edges the one next to them. */
static const struct token *
token_of(const struct features *f, size_t link)
{
	size_t last = f->tokens.count;

	return &f->tokens.items[(link < 1 ? 1 : link > last ? last : link) - 1];
}

/* Adds the runs of links that begin with the first. */
static void
add_runs(struct features *f, enum feature_kind kind,
    const struct feature_chain *c, size_t first, size_t shortest,
    size_t longest)
{
	uint64_t hash = begin(kind);
	size_t at = chain_begin(c, first), n;

	for (n = 1; n <= longest && first + n <= c->count; n++) {
		size_t last = first + n - 1;

		hash = hash_add(hash, c->text.text + at, c->ends[last] - at);
		at = c->ends[last];
		if (n >= shortest)
			add(f, kind, hash, token_of(f, first),
			    token_of(f, last));
	}
}

/* The link with which the last sentence begins. */
static size_t
last_sentence(const struct features *f)
{
	size_t i = f->tokens.count;

	while (i > 1 && (f->tokens.flags[i - 1] & TOKEN_SENTENCE) == 0)
		i--;
	return i;
}

static void
add_last(struct features *f)
{
	const struct feature_chain *c = &f->folded;
	size_t first = last_sentence(f), i, at = c->ends[first - 1];
	uint64_t hash = hash_add(begin(FEATURE_LAST), "^", 1);

	hash = hash_add(hash, c->text.text + at, c->ends[first] - at);
	add(f, FEATURE_LAST, hash, token_of(f, first), token_of(f, first));
	for (i = first; i <= f->words; i++)
		add_runs(f, FEATURE_LAST, c, i, 1, FEATURE_WORDS);
}

static void
add_letters(struct features *f, size_t link)
{
	const struct token *t = token_of(f, link);
	const char *text = f->folded.text.text;
	size_t from = chain_begin(&f->folded, link) - 1;
	size_t end = f->folded.ends[link] + 1, n;

	for (; from + FEATURE_LETTERS_MIN <= end; from++) {
		uint64_t hash = begin(FEATURE_LETTER);

		hash = hash_add(hash, text + from, FEATURE_LETTERS_MIN - 1);
		for (n = FEATURE_LETTERS_MIN;
		     n <= FEATURE_LETTERS_MAX && from + n <= end; n++) {
			hash = hash_add(hash, text + from + n - 1, 1);
			add(f, FEATURE_LETTER, hash, t, t);
		}
	}
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

/* A word in the middle counts half at either end. */
static void
sum_senses(const struct features *f, double sums[FEATURE_SENSES])
{
	for (size_t i = 0; i < f->words; i++) {
		size_t begin = chain_begin(&f->folded, i + 1);
		const char *numbers = senses_find(&f->senses,
		    f->folded.text.text + begin, f->folded.ends[i + 1] - begin);
		double at =
		    f->words < 2 ? 0.5 : (double)i / (double)(f->words - 1);

		if (numbers == NULL)
			continue;
		senses_add(numbers, 1 - at, sums);
		senses_add(numbers, at, sums + SENSE_DIMENSIONS);
	}
}

static void
add_senses(struct features *f)
{
	double sums[FEATURE_SENSES] = {0};

	sum_senses(f, sums);
	f->items = mem_grow(
	    f->items, &f->cap, f->count + FEATURE_SENSES, sizeof *f->items);
	for (uint32_t i = 0; i < FEATURE_SENSES; i++)
		if (sums[i] != 0)
			f->items[f->count++] =
			    (struct feature){.bucket = FEATURE_HASHES + i,
				.kind = FEATURE_SENSE,
				.start = token_of(f, 1)->start,
				.end = token_of(f, f->words)->end,
				.value = sums[i]};
}

void
features_read(struct features *f, struct attrib *reader,
    const struct lexicon *lex, const char *text, size_t len)
{
	struct attribution a;
	size_t i;

	f->count = 0;
	tokens_split(&f->tokens, text, len);
	f->words = f->tokens.count;
	fold_words(f, text);
	for (i = 0; i <= f->words && f->words > 0; i++) {
		add_runs(f, FEATURE_WORD, &f->folded, i, i == 0 ? 2 : 1,
		    FEATURE_WORDS);
		add_runs(f, FEATURE_SHAPE, &f->shaped, i, FEATURE_SHAPES_MIN,
		    FEATURE_SHAPES_MAX);
		if (i > 0)
			add_letters(f, i);
	}
	if (f->words > 0)
		add_last(f);
	attrib_read(reader, text, len, ATTRIB_ASSUME_CAUSE | ATTRIB_CUES, &a);
	f->judged = (a.flags & ATTRIB_TOO_SHORT) == 0;
	add_rules(f, &a, lex);
	merge(f);
	add_senses(f);
}

void
features_weigh(struct features *f, feature_idf *idf, const void *context)
{
	double squares[FEATURE_KINDS] = {0};
	size_t i, n = 0;

	for (i = 0; i < f->count; i++) {
		struct feature x = f->items[i];

		if (x.kind != FEATURE_SENSE)
			x.value = 1 + log(x.value);
		x.value *= idf(context, x.bucket);
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
