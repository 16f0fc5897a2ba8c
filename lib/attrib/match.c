#include "attrib/match.h"

#include "attrib/finding.h"
#include "attrib/look.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

void
matches_release(struct matches *m)
{
	int g;

	tokens_release(&m->tokens);
	words_release(&m->words);
	for (g = 0; g < PHRASES_GROUPS; g++) {
		sought_release(&m->findings[g].sought);
		free(m->findings[g].sorted.items);
		free(m->findings[g].found.items);
		free(m->findings[g].shares);
	}
	free(m->settled.items);
	free(m->merged.items);
	free(m->text_of);
	free(m->scales);
	free(m->spans);
	*m = (struct matches){0};
}

/* Eight words at once, some of the next text, which comes behind, among them:
 * so the loop is about as long for most. */
static void
number_words(struct matches *m)
{
	enum { AT_ONCE = 8 };
	const uint32_t *starts = m->words.starts;
	size_t text, i;
	int k;

	m->text_of = mem_grow(m->text_of, &m->text_of_cap,
	    m->words.count + AT_ONCE, sizeof(*m->text_of));
	for (text = 0; text < m->tokens.ntexts; text++)
		for (i = starts[text]; i < starts[text + 1]; i += AT_ONCE)
#pragma GCC unroll 8
			for (k = 0; k < AT_ONCE; k++)
				m->text_of[i + (size_t)k] = (uint32_t)text;
}

void
matches_read(struct matches *m, struct memo *memo, bool listed)
{
	tokens_split_all(&m->tokens);
	memo_read(memo, &m->tokens, &m->words);
	number_words(m);
	m->scales = mem_grow(
	    m->scales, &m->scales_cap, m->tokens.ntexts, sizeof(*m->scales));
	m->listed = listed;
	m->apart = false;
	m->first = m->end = 0;
}

/* Whether there are too many, of several texts: then one is left. */
static bool
are_too_many(struct matches *m, const struct sought *s)
{
	if (s->ranks.count < MATCH_MAX || m->end - m->first == 1)
		return false;
	m->apart = true;
	m->end = m->first + 1;
	return true;
}

static void
add_span(struct matches *m, size_t from, size_t to)
{
	m->spans =
	    mem_grow(m->spans, &m->spans_cap, m->nspans + 1, sizeof(*m->spans));
	m->spans[m->nspans++] = (struct word_span){from, to};
}

void
matches_find(struct matches *m, const struct phrases *phrases)
{
	struct finding *f = &m->findings[PHRASES_FIRST];
	const uint32_t *starts = m->words.starts;

	m->first = m->end;
	m->end = m->apart ? m->first + 1 : m->tokens.ntexts;
	do {
		m->nspans = 0;
		add_span(m, starts[m->first], starts[m->end]);
		look(&f->sought, phrases, &m->words, m->spans, m->nspans,
		    PHRASES_FIRST, m->listed);
	} while (are_too_many(m, &f->sought));
	m->settled.count = 0;
	m->has_scales = false;
	finding_take(m, phrases, f);
	memset(
	    m->scales + m->first, 0, (m->end - m->first) * sizeof(*m->scales));
}

/* Whether a match goes before another one of a later group. */
static bool
goes_before(const struct match *a, const struct match *b)
{
	if (a->first != b->first)
		return a->first < b->first;
	return a->last >= b->last;
}

/* Puts two lists, each in order, into one. */
static void
merge(struct match_list *out, const struct match *a, size_t na,
    const struct match *b, size_t nb)
{
	size_t i = 0, k = 0;

	out->count = 0;
	out->items =
	    mem_grow(out->items, &out->cap, na + nb, sizeof(*out->items));
	while (i < na || k < nb) {
		if (k == nb || (i < na && goes_before(&a[i], &b[k])))
			out->items[out->count++] = a[i++];
		else
			out->items[out->count++] = b[k++];
	}
}

/* What stands in a text of the group PHRASES_SCALES as well. */
static void
tell_scales(struct matches *m, size_t i)
{
	const struct finding *f = &m->findings[PHRASES_SCALES];
	const struct share *share = &f->shares[i];

	m->lones = f->sought.lones + share->lones;
	m->nlones = share[1].lones - share->lones;
	merge(&m->merged, m->adding, m->nadding, f->found.items + share->found,
	    share[1].found - share->found);
	m->adding = m->merged.items;
	m->nadding = m->merged.count;
}

void
matches_of(struct matches *m, size_t text)
{
	const struct finding *f = &m->findings[PHRASES_FIRST];
	const struct share *share = &f->shares[text - m->first];

	matches_at(m, text);
	m->items = m->settled.items + share->settled;
	m->count = share[1].settled - share->settled;
	m->adding = f->found.items + share->found;
	m->nadding = share[1].found - share->found;
	m->lones = f->sought.lones + share->lones;
	m->nlones = share[1].lones - share->lones;
	m->lone_pairs = f->sought.lone_pairs + share->lone_pairs;
	m->nlone_pairs = share[1].lone_pairs - share->lone_pairs;
	m->scaled = m->scales[text];
	if (m->scaled)
		tell_scales(m, text - m->first);
}

struct found
matches_found(const struct matches *m, int group)
{
	const struct finding *f = &m->findings[group];
	const struct share *end = &f->shares[m->end - m->first];

	if (group == PHRASES_SCALES && !m->has_scales)
		return (struct found){0};
	return (struct found){m->settled.items, f->found.items, f->sought.lones,
	    f->sought.lone_pairs, end->settled, end->found, end->lones,
	    end->lone_pairs};
}

void
match_text(struct matches *m, const struct phrases *phrases, struct memo *memo,
    const char *text, size_t len, bool listed)
{
	tokens_clear(&m->tokens);
	tokens_add(&m->tokens, text, len);
	matches_read(m, memo, listed);
	matches_find(m, phrases);
	matches_of(m, 0);
}

void
matches_scale(struct matches *m, const struct phrases *phrases,
    const uint8_t *flags, uint8_t flag)
{
	struct finding *f = &m->findings[PHRASES_SCALES];
	const uint32_t *starts = m->words.starts;
	size_t i;

	do {
		m->nspans = 0;
		for (i = m->first; i < m->end; i++)
			if (m->scales[i])
				add_span(m, starts[i], starts[i + 1]);
		m->has_scales = m->nspans > 0;
		if (!m->has_scales)
			return;
		look(&f->sought, phrases, &m->words, m->spans, m->nspans,
		    PHRASES_SCALES, m->listed);
	} while (are_too_many(m, &f->sought));
	if (flags != NULL)
		finding_keep(f, flags, flag);
	finding_take(m, phrases, f);
}
