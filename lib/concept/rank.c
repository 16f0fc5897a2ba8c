#include "concept/search.h"

#include "base/mem.h"
#include "concept/typo.h"
#include "concept/word.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double k1 = 4, b = 0.75;
static const double paired = 0.5;    /* weight of two words side by side */
static const double worth = 0.25;    /* of the best rank, to be a hit */
static const double corrected = 0.5; /* weight of a word guessed at */
static const double akin = 0.25;     /* weight of another word for the same */
/* Of the most that the words of a query alone can come to, to be an answer: of
 * best hits above it nine in ten are right, of those below it two in three
 * (tests/data/concept-queries.csv). */
static const double telling = 0.8;

struct ranking {
	const struct glossary *g;
	double *scores; /* by entry; 0: does not match */
	double mean_words;
	double most; /* that the words can come to, in an entry full of them */
	size_t nearest; /* while a word is guessed at */
	size_t guess;
};

/* What a word tells that so many entries use. */
static double
idf(const struct ranking *r, size_t users)
{
	double n = (double)r->g->entries, of = (double)users;

	return log(1 + (n - of + 0.5) / (of + 0.5));
}

static void
add_term(struct ranking *r, size_t term, double weight)
{
	struct glossary_postings p = glossary_postings(r->g, term);
	double tells = idf(r, p.left);

	while (glossary_posting(r->g, &p)) {
		double words = glossary_entry(r->g, p.entry).words;
		double long_frac =
		    r->mean_words > 0 ? words / r->mean_words : 1;
		double tf = p.weight;

		r->scores[p.entry] += weight * tells * tf * (k1 + 1) /
		    (tf + k1 * (1 - b + b * long_frac));
	}
}

static void
nearer(void *ctx, size_t i, size_t distance)
{
	struct ranking *r = ctx;

	if (distance < r->nearest) {
		r->nearest = distance;
		r->guess = i;
	}
}

static bool
add_exact(struct ranking *r, const char *text, double weight)
{
	size_t at;
	bool used = glossary_find_term(r->g, text, &at);

	if (used)
		add_term(r, at, weight);
	return used;
}

/* Adds what else is said for a word, from each group that it is in; false
 * where there is no other word for it. */
static bool
add_akin(struct ranking *r, const char *stem, size_t len)
{
	const struct glossary *g = r->g;
	bool any = false;

	for (size_t i = glossary_synonym_lower(g, stem, len);
	     i < g->synonyms && strcmp(glossary_synonym(g, i).text, stem) == 0;
	     i++)
		for (size_t j = 0; j < g->synonyms; j++) {
			struct glossary_synonym s = glossary_synonym(g, j);

			if (s.group == glossary_synonym(g, i).group &&
			    strcmp(s.text, stem) != 0)
				any |= add_exact(r, s.text, akin);
		}
	return any;
}

static void
add_word(struct ranking *r, const char *stem, size_t len)
{
	size_t limit = typo_limit(len) < 2 ? typo_limit(len) : 2;
	size_t at;
	bool exact = glossary_find_term(r->g, stem, &at);

	r->most +=
	    (k1 + 1) * idf(r, exact ? glossary_postings(r->g, at).left : 0);
	if (exact)
		add_term(r, at, 1);
	if (add_akin(r, stem, len) || exact)
		return;
	r->nearest = limit + 1;
	typo_walk(r->g, &typo_terms, stem, len, limit, nearer, r);
	if (r->nearest <= limit)
		add_term(r, r->guess, corrected);
}

static int
compare(const void *one, const void *other)
{
	const struct search_hit *x = one, *y = other;
	int order = (x->rank < y->rank) - (x->rank > y->rank);

	return order != 0 ? order
			  : (x->entry > y->entry) - (x->entry < y->entry);
}

static void
collect(struct search *s, const struct ranking *r, unsigned kinds)
{
	size_t first = s->count;
	double best = 0;

	for (size_t i = 0; i < r->g->entries; i++)
		best = r->scores[i] > best ? r->scores[i] : best;
	for (size_t i = 0; i < r->g->entries; i++) {
		if (r->scores[i] <= worth * best ||
		    (kinds != 0 &&
			(kinds & 1U << glossary_entry(r->g, i).kind) == 0))
			continue;
		s->hits =
		    mem_grow(s->hits, &s->cap, s->count + 1, sizeof s->hits[0]);
		s->hits[s->count++] = (struct search_hit){i, r->scores[i]};
	}
	if (s->count > first)
		qsort(s->hits + first, s->count - first, sizeof s->hits[0],
		    compare);
}

void
search_text(struct search *s, const struct glossary *g, unsigned kinds,
    const char *query, size_t len)
{
	struct ranking r = {.g = g};
	struct word_pairs pairs = {0};
	struct str pair = STR_INIT;
	const char *rest = query;

	if (g->entries == 0 || len == 0)
		return;
	r.scores = mem_zalloc(g->entries, sizeof r.scores[0]);
	r.mean_words = (double)g->words / (double)g->entries;
	while (word_next_stem(&rest, &pairs, &pair)) {
		add_word(&r, pair.text + pairs.second, pair.len - pairs.second);
		if (pairs.second > 0)
			add_exact(&r, pair.text, paired);
	}
	/* Common words tell nothing alone, but much in their place: "I can do",
	 * "than I feared". */
	rest = query;
	while (word_next_common_pair(&rest, &pair))
		add_exact(&r, pair.text, paired);
	collect(s, &r, kinds);
	s->weak =
	    s->count > 0 && (r.most <= 0 || s->hits[0].rank < telling * r.most);
	str_release(&pair);
	free(r.scores);
}
