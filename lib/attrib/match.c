#include "attrib/match.h"

#include "base/mem.h"

#include <stdlib.h>

static void
read_words(struct matches *m, struct memo *memo, const char *text, size_t len)
{
	uint16_t sets[VOCAB_PARTS_MAX];
	size_t i, k, n;

	m->nwords = 0;
	m->words = mem_grow(m->words, &m->words_cap,
	    m->tokens.count * VOCAB_PARTS_MAX + 1, sizeof(*m->words));
	for (i = 0; i < m->tokens.count; i++) {
		const struct token *t = &m->tokens.items[i];

		n = memo_read(memo, text, len, t, sets);
		for (k = 0; k < n; k++)
			m->words[m->nwords++] = (struct word){.set = sets[k],
			    .flags = k == 0 ? t->flags
					    : t->flags &
				    ~(uint32_t)(TOKEN_SENTENCE | TOKEN_CLAUSE),
			    .start = t->start,
			    .end = t->end};
	}
}

/* A phrase being tried. */
struct trial {
	const struct vocab_set *sets;
	uint32_t barrier;
	const struct word *words;
	size_t nwords;
	const struct place *places;
	const struct phrase *phrase;
};

static bool
parted(const struct trial *t, size_t word)
{
	return (t->words[word].flags & TOKEN_CLAUSE) != 0;
}

static bool
has(const struct trial *t, size_t word, uint32_t symbol)
{
	return vocab_has(&t->sets[t->words[word].set], symbol);
}

static bool
bars(const struct trial *t, size_t word)
{
	return has(t, word, t->barrier);
}

/* Whether places k + 1 .. can stand behind word at, which is place k; the
 * last word is put into *last. */
static bool
follow(const struct trial *t, unsigned k, size_t at, size_t *last)
{
	const struct place *next = &t->places[k + 1];
	size_t gap;

	if (k + 1 == t->phrase->count) {
		*last = at;
		return true;
	}
	for (gap = 0; gap <= next->gap; gap++) {
		if (++at >= t->nwords || parted(t, at))
			return false;
		if (has(t, at, next->symbol) && follow(t, k + 1, at, last))
			return true;
		if (bars(t, at))
			return false;
	}
	return false;
}

/* The same for the places before word at, which is place k. */
static bool
precede(const struct trial *t, unsigned k, size_t at, size_t *first)
{
	size_t gap;

	if (k == 0) {
		*first = at;
		return true;
	}
	for (gap = 0; gap <= t->places[k].gap; gap++) {
		if (at == 0 || parted(t, at))
			return false;
		at--;
		if (has(t, at, t->places[k - 1].symbol) &&
		    precede(t, k - 1, at, first))
			return true;
		if (bars(t, at))
			return false;
	}
	return false;
}

static bool
ends_sentence(const struct trial *t, size_t last)
{
	return last + 1 == t->nwords ||
	    (t->words[last + 1].flags & TOKEN_SENTENCE) != 0;
}

/* Whether the weights of this dimension are fitted together, so that phrases
 * within longer ones count besides. */
static bool
adds_up(enum dimension d)
{
	return d <= DIM_VALENCE || d == DIM_PATTERN || d == DIM_BALANCE;
}

/* Puts the match into the chain of its first word, unless one of the same words
 * and dimension is there and names as many. */
static void
add_to_chain(struct matches *m, const struct match *match)
{
	uint32_t *link = &m->firsts[match->first];
	struct match *other;

	/* Room first: the links point into it. */
	m->adding = mem_grow(
	    m->adding, &m->adding_cap, m->nadding + 1, sizeof(*m->adding));
	for (; *link != MATCH_NONE; link = &other->next) {
		other = &m->adding[*link];
		if (other->last < match->last)
			break;
		if (other->last > match->last ||
		    other->dimension != match->dimension)
			continue;
		if (match->places > other->places ||
		    (match->places == other->places &&
			match->rule < other->rule)) {
			other->rule = match->rule;
			other->places = match->places;
		}
		return;
	}
	m->adding[m->nadding] = *match;
	m->adding[m->nadding].next = *link;
	*link = (uint32_t)m->nadding++;
}

static void
try_phrase(struct matches *m, const struct trial *t, size_t at)
{
	const struct phrase *p = t->phrase;
	struct match match = {
	    .rule = p->rule, .dimension = p->dimension, .places = p->count};
	size_t first = at, last = at;

	if (p->count > 1 &&
	    (!precede(t, p->anchor, at, &first) ||
		!follow(t, p->anchor, at, &last)))
		return;
	if (p->at_start && (t->words[first].flags & TOKEN_SENTENCE) == 0)
		return;
	if (p->at_end && !ends_sentence(t, last))
		return;
	if (m->count + m->nadding >= MATCH_MAX)
		return;
	match.first = (uint32_t)first;
	match.last = (uint32_t)last;
	if (adds_up(p->dimension)) {
		add_to_chain(m, &match);
		return;
	}
	m->items = mem_grow(m->items, &m->cap, m->count + 1, sizeof(*m->items));
	m->items[m->count++] = match;
}

static void
try_group(struct matches *m, const struct phrases *phrases, int group)
{
	const struct anchors *a = &phrases->groups[group];
	struct trial t = {.sets = vocab_all(phrases->vocab),
	    .barrier = phrases->barrier,
	    .words = m->words,
	    .nwords = m->nwords};
	size_t i;
	uint32_t k, end;

	for (i = 0; i < m->nwords; i++) {
		end = a->first[m->words[i].set + 1];
		for (k = a->first[m->words[i].set]; k < end; k++) {
			t.phrase = &phrases->items[a->items[k]];
			t.places = phrases->places + t.phrase->first;
			try_phrase(m, &t, i);
		}
	}
}

void
matches_release(struct matches *m)
{
	tokens_release(&m->tokens);
	free(m->words);
	free(m->items);
	free(m->adding);
	free(m->firsts);
	*m = (struct matches){0};
}

/* The longest first; then by words named, place and rule. */
static int
compare_length(const void *a, const void *b)
{
	const struct match *x = a, *y = b;
	uint32_t xlen = x->last - x->first, ylen = y->last - y->first;

	if (xlen != ylen)
		return xlen > ylen ? -1 : 1;
	if (x->places != y->places)
		return x->places > y->places ? -1 : 1;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return (x->rule > y->rule) - (x->rule < y->rule);
}

static int
compare_place(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	if (x->last != y->last)
		return x->last > y->last ? -1 : 1;
	return (x->rule > y->rule) - (x->rule < y->rule);
}

static bool
overlap(const struct match *a, const struct match *b)
{
	return a->first <= b->last && b->first <= a->last;
}

/* Whether a match gives way to a longer one, or to an earlier one of the same
 * length. */
static bool
gives_way(
    const struct match *a, const struct match *b, const struct lexicon *lex)
{
	const struct lexicon_rule *x = &lex->rules[a->rule];
	const struct lexicon_rule *y = &lex->rules[b->rule];

	if (x->dimension != y->dimension)
		return false;
	if (x->dimension == DIM_THEME &&
	    lexicon_raises(lex, x)->concept != lexicon_raises(lex, y)->concept)
		return false;
	return overlap(a, b);
}

static void
settle(struct matches *m, const struct lexicon *lex)
{
	size_t i, k, kept = 0;

	if (m->count > 1)
		qsort(m->items, m->count, sizeof(*m->items), compare_length);
	for (i = 0; i < m->count; i++) {
		for (k = 0; k < kept; k++)
			if (gives_way(&m->items[i], &m->items[k], lex))
				break;
		if (k == kept)
			m->items[kept++] = m->items[i];
	}
	m->count = kept;
	if (m->count > 1)
		qsort(m->items, m->count, sizeof(*m->items), compare_place);
}

void
match_text(struct matches *m, const struct phrases *phrases, struct memo *memo,
    const struct lexicon *lex, const char *text, size_t len)
{
	size_t i;

	tokens_split(&m->tokens, text, len);
	read_words(m, memo, text, len);
	m->firsts = mem_grow(
	    m->firsts, &m->firsts_cap, m->nwords + 1, sizeof(*m->firsts));
	for (i = 0; i < m->nwords; i++)
		m->firsts[i] = MATCH_NONE;
	m->count = m->nadding = 0;
	try_group(m, phrases, PHRASES_FIRST);
	settle(m, lex);
}

void
match_scales(struct matches *m, const struct phrases *phrases)
{
	try_group(m, phrases, PHRASES_SCALES);
}
