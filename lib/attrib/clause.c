#include "attrib/clause.h"

#include "attrib/pattern.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

enum {
	BOOST_REACH = 3,
	AT_ONCE = 8, /* words that a flag is added to */
};

/* The words from one mark to the next. */
struct stretch {
	size_t from, to; /* from..to-1 */
};

/*
 * One statement being read.  What was found last is kept, since matches come in
 * the order of their words: so each word is looked at a few times, however many
 * matches there are.
 */
struct reading {
	struct clauses *out;
	const struct matches *m;
	const struct lexicon_rule *rules;
	struct stretch clause, sentence; /* looked at last */
	struct stretch marked[8];        /* last, with each flag */
	/* Match of a dimension: next_of(); 0: not known. */
	uint32_t next[DIM_COUNT];
	size_t next_turn;    /* match that turns: stop_behind() */
	size_t passed, turn; /* matches; the last of them that turns, plus 1 */
	struct stretch reported; /* the sentence of the last report */
	bool quoted;             /* it has double quotes */
};

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

/* Adds a flag to words from..to-1, of which those that have it from the time
 * before are left out.  Eight words at once: most stretches are short, and how
 * short, no processor foretells. */
static void
mark(struct reading *r, size_t from, size_t to, enum clause_flag flag)
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
	for (; i < to; i += AT_ONCE)
		add_flag(r->out->flags + i, to - i < AT_ONCE ? to - i : AT_ONCE,
		    flag);
}

static void
unmark(struct reading *r, size_t from, size_t to, enum clause_flag flag)
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

/* The first word at or behind at that has the token flag, or the end. */
static size_t
next_break(struct reading *r, size_t at, enum token_flag flag)
{
	if (at >= r->m->to || (r->m->words.flags[at] & flag) != 0)
		return at;
	return stretch_of(r, at, flag).to;
}

/* The last word at or before at that has the token flag. */
static size_t
last_break(struct reading *r, size_t at, enum token_flag flag)
{
	return stretch_of(r, at, flag).from;
}

/* The first match of a dimension behind match number i; the number of all if
 * there is none. */
static size_t
next_of(struct reading *r, size_t i, enum dimension dimension)
{
	uint32_t *next = &r->next[dimension];

	if (*next <= i)
		*next = (uint32_t)i + 1;
	while (*next < r->m->count && r->m->items[*next].dimension != dimension)
		++*next;
	return *next;
}

/* A contrast, or a cause that stands before or behind what it is one of. */
static bool
turns(const struct reading *r, const struct match *match)
{
	return match->dimension == DIM_CONTRAST ||
	    (match->dimension == DIM_CAUSE && r->rules[match->rule].value != 0);
}

/* Narrows a reach that begins behind match number i: it ends before the next
 * contrast or cause that is no part of the match itself ("anything but"). */
static size_t
stop_behind(struct reading *r, size_t i, size_t end)
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

/* The same for one that ends before match number i. */
static size_t
stop_before(struct reading *r, size_t i, size_t begin)
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

/* The clause of match number i is a cause by itself, unless it is somebody
 * else's. */
static void
take_own_clause(struct reading *r, size_t i)
{
	const struct match *match = &r->m->items[i];

	if ((r->out->flags[match->first] & CLAUSE_REPORTED) == 0)
		mark(r,
		    stop_before(
			r, i, last_break(r, match->first, TOKEN_CLAUSE)),
		    stop_behind(
			r, i, next_break(r, match->last + 1u, TOKEN_CLAUSE)),
		    CLAUSE_CAUSE);
}

/* The match of a dimension that ends right before match number i, with no mark
 * between ("I can't, because"), or NULL. */
static const struct match *
right_before(const struct reading *r, size_t i, enum dimension dimension)
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

static void
take_cause(struct reading *r, size_t i)
{
	const struct match *match = &r->m->items[i];
	double where = r->rules[match->rule].value;
	size_t sentence = last_break(r, match->first, TOKEN_SENTENCE);
	size_t behind = match->last + 1u, end;
	const struct match *denial;

	if (where == 0) {
		take_own_clause(r, i);
	} else if (where > 0) {
		end = stop_behind(r, i,
		    next_break(r, behind,
			match->first == sentence ? TOKEN_CLAUSE
						 : TOKEN_SENTENCE));
		denial = right_before(r, i, DIM_NEGATION);
		if (denial != NULL && r->rules[denial->rule].value > 0)
			mark(r, match->first, end, CLAUSE_NEGATED);
		else
			mark(r, match->first, end, CLAUSE_CAUSE);
		if (right_before(r, i, DIM_HEDGE) != NULL)
			mark(r, match->first, end, CLAUSE_HEDGED);
	} else if (match->first > sentence) {
		mark(
		    r, stop_before(r, i, sentence), match->first, CLAUSE_CAUSE);
	} else if (sentence > r->m->from) {
		mark(r, last_break(r, sentence - 1, TOKEN_SENTENCE), sentence,
		    CLAUSE_CAUSE);
	}
}

/* Narrows a reach that a cause may be in: it ends before the next contrast
 * behind match number i. */
static size_t
contrast_behind(struct reading *r, size_t i, size_t end)
{
	size_t contrast = next_of(r, i, DIM_CONTRAST);

	if (contrast < r->m->count && r->m->items[contrast].first < end)
		return r->m->items[contrast].first;
	return end;
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

/* Marks what stands in double quotes in a sentence, and what of the quote that
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
		mark(r, at, at + 1, CLAUSE_REPORTED);
	}
	return r->quoted;
}

static void
take_report(struct reading *r, size_t i)
{
	const struct match *match = &r->m->items[i];
	double where = r->rules[match->rule].value;
	struct stretch sentence = {last_break(r, match->first, TOKEN_SENTENCE),
	    next_break(r, match->last + 1u, TOKEN_SENTENCE)};
	size_t clause = last_break(r, match->first, TOKEN_CLAUSE);

	if (mark_quoted(r, sentence))
		return;
	if (where > 0)
		mark(r, match->first + 1u, contrast_behind(r, i, sentence.to),
		    CLAUSE_REPORTED);
	else if (where < 0 && match->first <= clause + 1) /* "my ex said" */
		mark(r, sentence.from, clause, CLAUSE_REPORTED);
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
	mark(r, match->first + 1u, stop_behind(r, i, end), flag);
}

/* What is supposed, from the word behind "if" to where the consequence begins:
 * with its cause where the sentence begins so ("If they left because"). */
static void
take_condition(struct reading *r, size_t i, size_t end)
{
	const struct match *items = r->m->items;
	size_t k;

	if (items[i].first == last_break(r, items[i].first, TOKEN_SENTENCE))
		end = contrast_behind(r, i, end);
	else
		end = stop_behind(r, i, end);
	k = next_of(r, i, DIM_CONSEQUENCE);
	while (k < r->m->count &&
	    (items[k].dimension != DIM_CONSEQUENCE ||
		items[k].first <= items[i].last))
		k++;
	if (k < r->m->count && items[k].first < end)
		end = items[k].first;
	mark(r, items[i].first + 1u, end, CLAUSE_CONDITION);
}

/* What stands before a "but" gives way, and what an "although" at the beginning
 * of the sentence concedes. */
static void
take_contrast(struct reading *r, const struct match *match)
{
	size_t sentence = last_break(r, match->first, TOKEN_SENTENCE);
	size_t behind = match->last + 1u;

	if (r->rules[match->rule].value > 0 && match->first == sentence)
		mark(r, behind, next_break(r, behind, TOKEN_CLAUSE),
		    CLAUSE_BEFORE_CONTRAST);
	else
		mark(r, sentence, match->first, CLAUSE_BEFORE_CONTRAST);
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
		mark(r,
		    stop_before(
			r, i, last_break(r, match->first, TOKEN_CLAUSE)),
		    stop_behind(
			r, i, next_break(r, match->last + 1u, TOKEN_CLAUSE)),
		    CLAUSE_HEDGED);
		break;
	case DIM_CONDITION:
		take_condition(
		    r, i, next_break(r, match->last + 1u, TOKEN_CLAUSE));
		break;
	case DIM_PRESUPPOSED:
		unmark(r, match->first,
		    next_break(r, match->last + 1u, TOKEN_SENTENCE),
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
	c->flags = mem_grow(
	    c->flags, &c->cap, m->words.count + AT_ONCE, sizeof(*c->flags));
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
