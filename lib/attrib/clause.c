#include "attrib/clause.h"

#include "attrib/pattern.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { BOOST_REACH = 3 };

/* One statement being read. */
struct reading {
	struct clauses *out;
	const struct matches *m;
	const struct lexicon_rule *rules;
};

static void
mark(struct reading *r, size_t from, size_t to, enum clause_flag flag)
{
	size_t i;

	for (i = from; i < to; i++)
		r->out->flags[i] |= (uint8_t)flag;
	if (flag == CLAUSE_CAUSE && from < to)
		r->out->cause = true;
}

static void
unmark(struct reading *r, size_t from, size_t to, enum clause_flag flag)
{
	size_t i;

	for (i = from; i < to; i++)
		r->out->flags[i] &= (uint8_t)~flag;
}

/* The first word at or behind at that has the token flag, or the end. */
static size_t
next_break(const struct matches *m, size_t at, uint32_t flag)
{
	while (at < m->words.count && (m->words.flags[at] & flag) == 0)
		at++;
	return at;
}

/* The last word at or before at that has the token flag. */
static size_t
last_break(const struct matches *m, size_t at, uint32_t flag)
{
	while (at > 0 && (m->words.flags[at] & flag) == 0)
		at--;
	return at;
}

static bool
turns(const struct reading *r, const struct match *match)
{
	const struct lexicon_rule *rule = &r->rules[match->rule];

	return rule->dimension == DIM_CONTRAST ||
	    (rule->dimension == DIM_CAUSE && rule->value != 0);
}

/* Narrows a reach that begins behind match number i: it ends before the next
 * contrast or cause. */
static size_t
stop_behind(const struct reading *r, size_t i, size_t end)
{
	for (i++; i < r->m->count && r->m->items[i].first < end; i++)
		if (turns(r, &r->m->items[i]))
			return r->m->items[i].first;
	return end;
}

/* The same for one that ends before match number i. */
static size_t
stop_before(const struct reading *r, size_t i, size_t begin)
{
	while (i-- > 0)
		if (turns(r, &r->m->items[i]) &&
		    r->m->items[i].last + 1 > begin)
			return r->m->items[i].last + 1;
	return begin;
}

/* The clause of match number i is a cause by itself, unless it is somebody
 * else's. */
static void
take_own_clause(struct reading *r, size_t i)
{
	const struct match *match = &r->m->items[i];

	if ((r->out->flags[match->first] & CLAUSE_REPORTED) == 0)
		mark(r,
		    stop_before(
			r, i, last_break(r->m, match->first, TOKEN_CLAUSE)),
		    stop_behind(
			r, i, next_break(r->m, match->last + 1u, TOKEN_CLAUSE)),
		    CLAUSE_CAUSE);
}

/* "not because": what follows is denied to be the cause. */
static bool
is_denied(const struct reading *r, size_t i)
{
	const struct match *items = r->m->items;
	size_t k;

	for (k = i; k-- > 0 && items[k].first + PATTERN_MAX >= items[i].first;)
		if (r->rules[items[k].rule].dimension == DIM_NEGATION &&
		    items[k].last + 1u == items[i].first)
			return r->rules[items[k].rule].value > 0;
	return false;
}

static void
take_cause(struct reading *r, size_t i)
{
	const struct match *match = &r->m->items[i];
	double where = r->rules[match->rule].value;
	size_t sentence = last_break(r->m, match->first, TOKEN_SENTENCE);
	size_t behind = match->last + 1u, end;

	if (where == 0) {
		take_own_clause(r, i);
	} else if (where > 0) {
		end = next_break(r->m, behind,
		    match->first == sentence ? TOKEN_CLAUSE : TOKEN_SENTENCE);
		mark(r, behind, stop_behind(r, i, end),
		    is_denied(r, i) ? CLAUSE_NEGATED : CLAUSE_CAUSE);
	} else if (match->first > sentence) {
		mark(
		    r, stop_before(r, i, sentence), match->first, CLAUSE_CAUSE);
	} else if (sentence > 0) {
		mark(r, last_break(r->m, sentence - 1, TOKEN_SENTENCE),
		    sentence, CLAUSE_CAUSE);
	}
}

/* Where the words of others end: a cause may be theirs too, a contrast is not.
 */
static size_t
end_of_report(const struct reading *r, size_t i, size_t end)
{
	const struct match *items = r->m->items;

	for (i++; i < r->m->count && items[i].first < end; i++)
		if (r->rules[items[i].rule].dimension == DIM_CONTRAST)
			return items[i].first;
	return end;
}

static void
take_report(struct reading *r, size_t i)
{
	const struct match *match = &r->m->items[i];
	size_t at = last_break(r->m, match->first, TOKEN_SENTENCE);
	size_t behind = match->last + 1u;
	size_t end = next_break(r->m, behind, TOKEN_SENTENCE);
	bool quoted = false;

	for (; at < end; at++) {
		if ((r->m->words.flags[at] & TOKEN_QUOTED) != 0) {
			quoted = true;
			mark(r, at, at + 1, CLAUSE_REPORTED);
		}
	}
	if (!quoted)
		mark(r, match->first + 1u, end_of_report(r, i, end),
		    CLAUSE_REPORTED);
}

/* Words behind the match, up to a number and within the clause. */
static void
take_reach(struct reading *r, size_t i, size_t reach, enum clause_flag flag)
{
	size_t behind = r->m->items[i].last + 1u;
	size_t end = next_break(r->m, behind, TOKEN_CLAUSE);

	if (end > behind + reach)
		end = behind + reach;
	mark(r, behind, stop_behind(r, i, end), flag);
}

/* What is supposed, from the word behind "if" to where the consequence begins.
 */
static void
take_condition(struct reading *r, size_t i, size_t end)
{
	const struct match *items = r->m->items;
	size_t k;

	end = stop_behind(r, i, end);
	for (k = i + 1; k < r->m->count && items[k].first < end; k++)
		if (r->rules[items[k].rule].dimension == DIM_CONSEQUENCE &&
		    items[k].first > items[i].last)
			end = items[k].first;
	mark(r, items[i].first + 1u, end, CLAUSE_CONDITION);
}

static void
take_match(struct reading *r, size_t i)
{
	const struct match *match = &r->m->items[i];
	const struct lexicon_rule *rule = &r->rules[match->rule];
	size_t end = next_break(r->m, match->last + 1u, TOKEN_CLAUSE);

	switch (rule->dimension) {
	case DIM_NEGATION:
		take_reach(r, i, (size_t)rule->value, CLAUSE_NEGATED);
		break;
	case DIM_BOOST:
		take_reach(r, i, BOOST_REACH, CLAUSE_BOOSTED);
		break;
	case DIM_HEDGE:
		mark(r,
		    stop_before(
			r, i, last_break(r->m, match->first, TOKEN_CLAUSE)),
		    stop_behind(r, i, end), CLAUSE_HEDGED);
		break;
	case DIM_CONDITION:
		take_condition(r, i, end);
		break;
	case DIM_PRESUPPOSED:
		unmark(r, match->first,
		    next_break(r->m, match->last + 1u, TOKEN_SENTENCE),
		    CLAUSE_QUESTION);
		break;
	case DIM_REPORT:
		take_report(r, i);
		break;
	case DIM_CONTRAST:
		mark(r, last_break(r->m, match->first, TOKEN_SENTENCE),
		    match->first, CLAUSE_BEFORE_CONTRAST);
		break;
	case DIM_CAUSE:
		take_cause(r, i);
		break;
	default:
		break;
	}
}

void
clauses_read(struct clauses *c, const struct matches *m,
    const struct lexicon_rule *rules)
{
	struct reading r = {.out = c, .m = m, .rules = rules};
	size_t i;

	c->flags =
	    mem_grow(c->flags, &c->cap, m->words.count + 1, sizeof(*c->flags));
	c->cause = false;
	memset(c->flags, 0, m->words.count);
	for (i = 0; m->tokens.asked && i < m->words.count; i++)
		if ((m->words.flags[i] & TOKEN_QUESTION) != 0)
			c->flags[i] = CLAUSE_QUESTION;
	for (i = 0; i < m->count; i++)
		take_match(&r, i);
}

void
clauses_release(struct clauses *c)
{
	free(c->flags);
	*c = (struct clauses){0};
}
