#include "attrib/clause.h"

#include "attrib/reach.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { BOOST_REACH = 3 };

/* The clause of match number i is a cause by itself, unless it is somebody
 * else's. */
static void
take_own_clause(struct reading *r, size_t i)
{
	const struct match *match = &r->m->items[i];

	if ((r->out->flags[match->first] & CLAUSE_REPORTED) == 0)
		reach_mark(r,
		    reach_stop_before(
			r, i, reach_last_break(r, match->first, TOKEN_CLAUSE)),
		    reach_stop_behind(r, i,
			reach_next_break(r, match->last + 1u, TOKEN_CLAUSE)),
		    CLAUSE_CAUSE);
}

static void
take_cause(struct reading *r, size_t i)
{
	const struct match *match = &r->m->items[i];
	double where = r->rules[match->rule].value;
	size_t sentence = reach_last_break(r, match->first, TOKEN_SENTENCE);
	size_t behind = match->last + 1u, end;
	const struct match *denial;

	if (where == 0) {
		take_own_clause(r, i);
	} else if (where > 0) {
		end = reach_stop_behind(r, i,
		    reach_next_break(r, behind,
			match->first == sentence ? TOKEN_CLAUSE
						 : TOKEN_SENTENCE));
		denial = reach_right_before(r, i, DIM_NEGATION);
		if (denial != NULL && r->rules[denial->rule].value > 0)
			reach_mark(r, match->first, end, CLAUSE_NEGATED);
		else
			reach_mark(r, match->first, end, CLAUSE_CAUSE);
		if (reach_right_before(r, i, DIM_HEDGE) != NULL)
			reach_mark(r, match->first, end, CLAUSE_HEDGED);
	} else if (match->first > sentence) {
		reach_mark(r, reach_stop_before(r, i, sentence), match->first,
		    CLAUSE_CAUSE);
	} else if (sentence > r->m->from) {
		reach_mark(r, reach_last_break(r, sentence - 1, TOKEN_SENTENCE),
		    sentence, CLAUSE_CAUSE);
	}
}

static bool
is_quoted(const struct reading *r, size_t word)
{
	return (r->m->words.flags[word] & TOKEN_QUOTED) != 0;
}

/* Whether a word is quoted that no report has marked yet; those that have been
 * marked are not gone over again, however many reports a quote holds. */
static bool
is_new_quote(const struct reading *r, size_t word)
{
	return is_quoted(r, word) &&
	    (r->out->flags[word] & CLAUSE_REPORTED) == 0;
}

/* Marks what stands in quotes in a sentence, and what of the quote that
 * it ends in, or that ends before it, stands in others; false if the sentence
 * has nothing in quotes. */
static bool
mark_quoted(struct reading *r, struct stretch sentence)
{
	size_t at = sentence.from, end = sentence.to;

	if (sentence.to == r->reported.to)
		return r->quoted;
	r->reported = sentence;
	r->quoted = false;
	while (at > r->m->from && is_new_quote(r, at - 1))
		at--;
	while (end < r->m->to && is_quoted(r, end - 1) && is_new_quote(r, end))
		end++;
	for (; at < end; at++) {
		if (!is_quoted(r, at))
			continue;
		r->quoted |= at >= sentence.from && at < sentence.to;
		reach_mark(r, at, at + 1, CLAUSE_REPORTED);
	}
	return r->quoted;
}

static void
take_report(struct reading *r, size_t i)
{
	const struct match *match = &r->m->items[i];
	double where = r->rules[match->rule].value;
	struct stretch sentence = {
	    reach_last_break(r, match->first, TOKEN_SENTENCE),
	    reach_next_break(r, match->last + 1u, TOKEN_SENTENCE)};
	size_t clause = reach_last_break(r, match->first, TOKEN_CLAUSE);

	if (mark_quoted(r, sentence))
		return;
	if (where > 0)
		reach_mark(r, match->first + 1u,
		    reach_contrast(r, i, sentence.to), CLAUSE_REPORTED);
	else if (where < 0 && match->first <= clause + 1) /* "my ex said" */
		reach_mark(r, sentence.from, clause, CLAUSE_REPORTED);
}

/* The match but for its first word, and words behind it, up to a number and
 * within the clause; nothing where the number is 0. */
static void
take_reach(struct reading *r, size_t i, size_t reach, enum clause_flag flag)
{
	const struct match *match = &r->m->items[i];
	size_t end = match->last + 1u, most = end + reach;

	if (reach == 0)
		return;
	if (most > r->m->to)
		most = r->m->to;
	if (end < most)
		end = breaks_behind(&r->out->breaks, TOKEN_CLAUSE, end, most);
	reach_mark(r, match->first + 1u, reach_stop_behind(r, i, end), flag);
}

/* What is supposed, from the word behind "if" to where the consequence begins:
 * with its cause where the sentence begins so ("If they left because"). */
static void
take_condition(struct reading *r, size_t i, size_t end)
{
	const struct match *items = r->m->items;
	size_t k;

	if (items[i].first ==
	    reach_last_break(r, items[i].first, TOKEN_SENTENCE))
		end = reach_contrast(r, i, end);
	else
		end = reach_stop_behind(r, i, end);
	k = reach_next_of(r, i, DIM_CONSEQUENCE);
	while (k < r->m->count &&
	    (items[k].dimension != DIM_CONSEQUENCE ||
		items[k].first <= items[i].last))
		k++;
	if (k < r->m->count && items[k].first < end)
		end = items[k].first;
	reach_mark(r, items[i].first + 1u, end, CLAUSE_CONDITION);
}

/* What stands before a "but" gives way, and what an "although" at the beginning
 * of the sentence concedes. */
static void
take_contrast(struct reading *r, const struct match *match)
{
	size_t sentence = reach_last_break(r, match->first, TOKEN_SENTENCE);
	size_t behind = match->last + 1u;
	double value = r->rules[match->rule].value;

	if (value < 0)
		return;
	if (value > 0 && match->first == sentence)
		reach_mark(r, behind, reach_next_break(r, behind, TOKEN_CLAUSE),
		    CLAUSE_BEFORE_CONTRAST);
	else
		reach_mark(r, sentence, match->first, CLAUSE_BEFORE_CONTRAST);
}

static void
take_match(struct reading *r, size_t i)
{
	const struct match *match = &r->m->items[i];

	switch (match->dimension) {
	case DIM_NEGATION:
		take_reach(
		    r, i, (size_t)r->rules[match->rule].value, CLAUSE_NEGATED);
		break;
	case DIM_BOOST:
		take_reach(r, i, BOOST_REACH, CLAUSE_BOOSTED);
		break;
	case DIM_HEDGE:
		reach_mark(r,
		    reach_stop_before(
			r, i, reach_last_break(r, match->first, TOKEN_CLAUSE)),
		    reach_stop_behind(r, i,
			reach_next_break(r, match->last + 1u, TOKEN_CLAUSE)),
		    CLAUSE_HEDGED);
		break;
	case DIM_CONDITION:
		take_condition(
		    r, i, reach_next_break(r, match->last + 1u, TOKEN_CLAUSE));
		break;
	case DIM_PRESUPPOSED:
		reach_unmark(r, match->first,
		    reach_next_break(r, match->last + 1u, TOKEN_SENTENCE),
		    CLAUSE_QUESTION);
		break;
	case DIM_REPORT:
		take_report(r, i);
		break;
	case DIM_CONTRAST:
		take_contrast(r, match);
		break;
	case DIM_CAUSE:
		take_cause(r, i);
		break;
	default:
		break;
	}
}

static void
take_matches(struct clauses *c, const struct matches *m,
    const struct lexicon_rule *rules)
{
	struct reading r;
	size_t i;

	r.out = c;
	r.m = m;
	r.rules = rules;
	r.clause = r.sentence = r.reported = (struct stretch){0, 0};
	memset(r.marked, 0, sizeof(r.marked));
	memset(r.next, 0, sizeof(r.next));
	r.next_turn = r.passed = r.turn = 0;
	r.quoted = false;
	for (i = 0; i < m->count; i++)
		take_match(&r, i);
}

void
clauses_begin(struct clauses *c, const struct matches *m)
{
	c->flags = mem_grow(c->flags, &c->cap, m->words.count + REACH_PADDING,
	    sizeof(*c->flags));
	breaks_read(&c->breaks, m->words.flags, m->words.count);
}

void
clauses_read(struct clauses *c, const struct matches *m,
    const struct lexicon_rule *rules, bool cause)
{
	size_t i;

	c->cause = cause;
	memset(c->flags + m->from, cause ? CLAUSE_CAUSE : 0, m->to - m->from);
	for (i = m->from; m->tokens.texts[m->text].asked && i < m->to; i++)
		if ((m->words.flags[i] & TOKEN_QUESTION) != 0)
			c->flags[i] |= CLAUSE_QUESTION;
	if (m->count > 0)
		take_matches(c, m, rules);
}

void
clauses_release(struct clauses *c)
{
	free(c->flags);
	breaks_release(&c->breaks);
	*c = (struct clauses){0};
}
