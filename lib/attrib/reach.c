#include "attrib/reach.h"

#include "attrib/pattern.h"

#include <string.h>

/* Adds the flag to the first n of eight words, all of which can be read. */
static inline void
add_flag(uint8_t *flags, size_t n, enum clause_flag flag)
{
	static const uint8_t ones[16] = {1, 1, 1, 1, 1, 1, 1, 1};
	uint64_t eight, added;

	memcpy(&eight, flags, sizeof(eight));
	memcpy(&added, ones + sizeof(added) - n, sizeof(added));
	eight |= added * (uint64_t)flag;
	memcpy(flags, &eight, sizeof(eight));
}

/* Eight words at once: most stretches are short, and how short, no processor
 * foretells. */
void
reach_mark(struct reading *r, size_t from, size_t to, enum clause_flag flag)
{
	struct stretch *last = &r->marked[__builtin_ctz(flag)];
	size_t i = from;

	if (from >= to)
		return;
	if (flag == CLAUSE_CAUSE)
		r->out->cause = true;
	if (from >= last->from && from <= last->to) {
		i = last->to;
		from = last->from;
		to = to > last->to ? to : last->to;
	}
	*last = (struct stretch){from, to};
	for (; i < to; i += REACH_PADDING)
		add_flag(r->out->flags + i,
		    to - i < REACH_PADDING ? to - i : REACH_PADDING, flag);
}

void
reach_unmark(struct reading *r, size_t from, size_t to, enum clause_flag flag)
{
	size_t i;

	for (i = from; i < to; i++)
		r->out->flags[i] &= (uint8_t)~flag;
}

/* The stretch that word at is in, by the flag of tokens that parts them. */
static struct stretch
stretch_of(struct reading *r, size_t at, enum token_flag flag)
{
	struct stretch *s = flag == TOKEN_SENTENCE ? &r->sentence : &r->clause;

	if (at >= s->from && at < s->to)
		return *s;
	s->from = breaks_before(&r->out->breaks, flag, r->m->from, at);
	s->to = breaks_behind(&r->out->breaks, flag, at + 1, r->m->to);
	return *s;
}

size_t
reach_next_break(struct reading *r, size_t at, enum token_flag flag)
{
	if (at >= r->m->to || (r->m->words.flags[at] & flag) != 0)
		return at;
	return stretch_of(r, at, flag).to;
}

size_t
reach_last_break(struct reading *r, size_t at, enum token_flag flag)
{
	return stretch_of(r, at, flag).from;
}

size_t
reach_next_of(struct reading *r, size_t i, enum dimension dimension)
{
	uint32_t *next = &r->next[dimension];

	if (*next <= i)
		*next = (uint32_t)i + 1;
	while (*next < r->m->count && r->m->items[*next].dimension != dimension)
		++*next;
	return *next;
}

/* A contrast that is one, or a cause that stands before or behind what it is
 * one of. */
static bool
turns(const struct reading *r, const struct match *match)
{
	if (match->dimension == DIM_CONTRAST)
		return r->rules[match->rule].value >= 0;
	return match->dimension == DIM_CAUSE &&
	    r->rules[match->rule].value != 0;
}

size_t
reach_stop_behind(struct reading *r, size_t i, size_t end)
{
	const struct match *items = r->m->items;
	size_t k;

	if (r->next_turn <= i)
		r->next_turn = i + 1;
	while (r->next_turn < r->m->count && !turns(r, &items[r->next_turn]))
		r->next_turn++;
	for (k = r->next_turn; k < r->m->count && items[k].first < end; k++)
		if (items[k].first > items[i].last && turns(r, &items[k]))
			return items[k].first;
	return end;
}

size_t
reach_stop_before(struct reading *r, size_t i, size_t begin)
{
	const struct match *items = r->m->items;
	size_t k;

	for (; r->passed < i; r->passed++)
		if (turns(r, &items[r->passed]))
			r->turn = r->passed + 1;
	for (k = r->turn; k-- > 0 && items[k].first + RANK_WORDS_MAX >= begin;)
		if (turns(r, &items[k]) && items[k].last + 1 > begin)
			return items[k].last + 1;
	return begin;
}

const struct match *
reach_right_before(const struct reading *r, size_t i, enum dimension dimension)
{
	const struct match *items = r->m->items;
	size_t k;

	if ((r->m->words.flags[items[i].first] & TOKEN_CLAUSE) != 0)
		return NULL;
	for (k = i; k-- > 0 && items[k].first + PATTERN_MAX >= items[i].first;)
		if (items[k].dimension == dimension &&
		    items[k].last + 1u == items[i].first)
			return &items[k];
	return NULL;
}

size_t
reach_contrast(struct reading *r, size_t i, size_t end)
{
	const struct match *items = r->m->items;
	size_t k = reach_next_of(r, i, DIM_CONTRAST);

	for (; k < r->m->count && items[k].first < end; k++)
		if (items[k].dimension == DIM_CONTRAST && turns(r, &items[k]))
			return items[k].first;
	return end;
}
