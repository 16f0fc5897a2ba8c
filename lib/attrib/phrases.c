#include "attrib/phrases.h"

#include "attrib/names.h"
#include "attrib/pattern.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

enum { CLASS_DEPTH_MAX = 8 };

/* A share of running text: the word of rank r has about 0.1 / r of it (Zipf);
 * a word that is not among the common ones, and a stem, this much. */
static const double rare_frac = 1e-5, stem_frac = 3e-5;

/* What is needed while compiling. */
struct maker {
	const struct lexicon *lex;
	struct phrases *out;
	struct names symbols; /* the text of each element */
	double *frac;         /* of running text, for each symbol */
	size_t frac_cap;
	struct names common; /* by rank, from 0 */
	struct diag *err;
	const char **file;
};

static int
fault(struct maker *m, const char *file, unsigned long line, const char *text,
    const char *part, size_t len)
{
	*m->file = file;
	return diag_set(m->err, line, "%s: '%.*s'", text, (int)len, part);
}

static double
word_frac(const struct maker *m, const char *word, size_t len)
{
	uint32_t rank = names_find(&m->common, word, len);

	return rank == NAMES_NONE ? rare_frac : 0.1 / (rank + 1);
}

/* Who asks, for messages. */
struct asker {
	const char *file;
	unsigned long line;
};

static int add_members(struct maker *m, const char *text, size_t len,
    uint32_t symbol, struct asker who, int depth);

/* Gives the words of the class the symbol. */
static int
add_class(struct maker *m, const char *name, size_t len, uint32_t symbol,
    struct asker who, int depth)
{
	const struct lexicon_list *list = lexicon_class(m->lex, name, len);
	const char *rest, *part;
	size_t n;

	if (list == NULL)
		return fault(
		    m, who.file, who.line, "no class of this name", name, len);
	if (depth == CLASS_DEPTH_MAX)
		return fault(m, list->file, list->line,
		    "classes contain each other in a loop", name, len);
	rest = list->members;
	who = (struct asker){list->file, list->line};
	while (str_split(&rest, ' ', &part, &n))
		if (add_members(m, part, n, symbol, who, depth + 1) == -1)
			return -1;
	return 0;
}

/* Gives all words of the alternatives the symbol. */
static int
add_members(struct maker *m, const char *text, size_t len, uint32_t symbol,
    struct asker who, int depth)
{
	const char *part;
	size_t n;

	while (pattern_alternative(&text, &len, &part, &n)) {
		switch (pattern_kind(&part, &n)) {
		case PATTERN_CLASS:
			if (add_class(m, part, n, symbol, who, depth) == -1)
				return -1;
			break;
		case PATTERN_STEM:
			vocab_add(m->out->vocab, part, n, true, symbol);
			m->frac[symbol] += stem_frac;
			break;
		case PATTERN_WORD:
			if (vocab_spelt(m->out->vocab, part, n))
				return fault(m, who.file, who.line,
				    "can never match: a spelling reads it "
				    "otherwise",
				    part, n);
			vocab_add(m->out->vocab, part, n, false, symbol);
			m->frac[symbol] += word_frac(m, part, n);
			break;
		}
	}
	return 0;
}

/* The symbol of an element; new ones are given to their words. */
static int
take_symbol(struct maker *m, const struct element *e, struct asker who,
    uint32_t *symbol)
{
	size_t before = m->symbols.count;

	*symbol = names_take(&m->symbols, e->text, e->len);
	if (*symbol < before)
		return 0;
	m->frac = mem_grow(m->frac, &m->frac_cap, before + 1, sizeof(*m->frac));
	m->frac[*symbol] = 0;
	return add_members(m, e->text, e->len, *symbol, who, 0);
}

static int
add_phrase(struct maker *m, const struct pattern *p, uint32_t rule,
    enum dimension dimension, struct asker who)
{
	struct phrases *out = m->out;
	struct phrase phrase = {.rule = rule,
	    .first = (uint32_t)out->nplaces,
	    .count = (uint8_t)p->count,
	    .at_start = p->at_start,
	    .at_end = p->at_end,
	    .dimension = (uint8_t)dimension};
	double rarest = 2;
	size_t i;

	out->places = mem_grow(out->places, &out->places_cap,
	    out->nplaces + p->count, sizeof(*out->places));
	for (i = 0; i < p->count; i++) {
		struct place *place = &out->places[out->nplaces++];

		place->gap = p->elements[i].gap;
		if (take_symbol(m, &p->elements[i], who, &place->symbol) == -1)
			return -1;
		if (m->frac[place->symbol] < rarest) {
			rarest = m->frac[place->symbol];
			phrase.anchor = (uint8_t)i;
		}
	}
	out->items = mem_grow(
	    out->items, &out->cap, out->count + 1, sizeof(*out->items));
	out->items[out->count++] = phrase;
	return 0;
}

static int
add_rules(struct maker *m)
{
	size_t n, i;
	const struct lexicon_rule *rules = lexicon_rules(m->lex, &n);

	for (i = 0; i < n; i++) {
		struct asker who = {
		    lexicon_text(m->lex, rules[i].file), rules[i].line};
		struct pattern whole, variant;
		unsigned k;

		if (rules[i].weight == 0)
			continue;
		if (pattern_parse(&whole,
			lexicon_text(m->lex, rules[i].pattern), who.line,
			m->err) == -1) {
			*m->file = who.file;
			return -1;
		}
		for (k = 0; pattern_variant(&whole, k, &variant); k++)
			if (add_phrase(m, &variant, (uint32_t)i,
				rules[i].dimension, who) == -1)
				return -1;
	}
	return 0;
}

static int
add_spelling(struct maker *m, const struct lexicon_list *s, const char *word)
{
	const char *rest = s->members, *part;
	char *parts[VOCAB_PARTS_MAX];
	size_t len, n = 0, i;
	bool many = false;

	while (!many && str_split(&rest, ' ', &part, &len)) {
		many = n == VOCAB_PARTS_MAX;
		if (!many)
			parts[n++] = mem_strndup(part, len);
	}
	if (n > 0 && !many)
		vocab_spell(m->out->vocab, word, strlen(word),
		    (const char *const *)parts, n);
	for (i = 0; i < n; i++)
		free(parts[i]);
	if (n == 0 || many)
		return fault(m, s->file, s->line,
		    n == 0 ? "a spelling without words"
			   : "a spelling of too many words",
		    word, strlen(word));
	return 0;
}

/* No spelling may lead to another one. */
static int
check_spelling(struct maker *m, const struct lexicon_list *s)
{
	const char *rest = s->members, *part;
	size_t len;

	while (str_split(&rest, ' ', &part, &len))
		if (vocab_spelt(m->out->vocab, part, len))
			return fault(m, s->file, s->line,
			    "a spelling leads to another one", part, len);
	return 0;
}

static int
add_spellings(struct maker *m)
{
	const struct lexicon_list *s;
	const char *word;
	size_t i;

	for (i = 0; (s = lexicon_spelling(m->lex, i, &word)) != NULL; i++)
		if (add_spelling(m, s, word) == -1)
			return -1;
	for (i = 0; (s = lexicon_spelling(m->lex, i, &word)) != NULL; i++)
		if (check_spelling(m, s) == -1)
			return -1;
	return 0;
}

/* The class "barrier" may be missing: its symbol then has no words. */
static int
add_barrier(struct maker *m)
{
	const struct element e = {.text = "<barrier>", .len = 9};
	struct asker nobody = {"lexicon", 0};

	if (lexicon_class(m->lex, "barrier", 7) != NULL)
		return take_symbol(m, &e, nobody, &m->out->barrier);
	m->out->barrier = UINT32_MAX;
	return 0;
}

static void
rank_common_words(struct maker *m)
{
	const struct lexicon_list *list = lexicon_class(m->lex, "common", 6);
	const char *rest = list == NULL ? "" : list->members, *part;
	size_t len;

	while (str_split(&rest, ' ', &part, &len))
		names_take(&m->common, part, len);
}

static uint32_t
anchor_symbol(const struct phrases *p, const struct phrase *phrase)
{
	return p->places[phrase->first + phrase->anchor].symbol;
}

static bool
is_in_group(const struct phrase *phrase, int group)
{
	return (phrase->dimension < DIM_SCALES) == (group == PHRASES_SCALES);
}

/* The phrases of a group by the symbol of their anchor, by counting: those of
 * symbol s stand from (*first)[s] to before (*first)[s + 1]. */
static uint32_t *
order_by_anchor(
    const struct phrases *p, int group, size_t nsymbols, uint32_t **first)
{
	uint32_t *count = mem_zalloc(nsymbols + 2, sizeof(*count));
	uint32_t *order = mem_alloc(p->count, sizeof(*order));
	size_t i;

	for (i = 0; i < p->count; i++)
		if (is_in_group(&p->items[i], group))
			count[anchor_symbol(p, &p->items[i]) + 2]++;
	for (i = 2; i < nsymbols + 2; i++)
		count[i] += count[i - 1];
	for (i = 0; i < p->count; i++)
		if (is_in_group(&p->items[i], group))
			order[count[anchor_symbol(p, &p->items[i]) + 1]++] =
			    (uint32_t)i;
	*first = count;
	return order;
}

/* Writes down for each set of words the phrases anchored at its symbols. */
static void
set_anchors(struct phrases *p, int group, size_t nsymbols)
{
	struct anchors *a = &p->groups[group];
	uint32_t *first, *order = order_by_anchor(p, group, nsymbols, &first);
	size_t sets = vocab_sets(p->vocab), n, i, total = 0, cap = 0;
	uint32_t set, k;

	a->first = mem_alloc(sets + 1, sizeof(*a->first));
	for (set = 0; set < sets; set++) {
		const uint32_t *symbols = vocab_symbols(p->vocab, set, &n);

		a->first[set] = (uint32_t)total;
		for (i = 0; i < n; i++) {
			k = first[symbols[i]];
			a->items = mem_grow(a->items, &cap,
			    total + first[symbols[i] + 1] - k,
			    sizeof(*a->items));
			for (; k < first[symbols[i] + 1]; k++)
				a->items[total++] = order[k];
		}
	}
	a->first[sets] = (uint32_t)total;
	free(first);
	free(order);
}

struct phrases *
phrases_new(const struct lexicon *lex, struct diag *err, const char **file)
{
	struct phrases *p = mem_zalloc(1, sizeof(*p));
	struct maker m = {.lex = lex, .out = p, .err = err, .file = file};
	int result, g;

	p->vocab = vocab_new();
	rank_common_words(&m);
	result = add_spellings(&m);
	if (result == 0)
		result = add_barrier(&m);
	if (result == 0)
		result = add_rules(&m);
	if (result == 0 && !vocab_freeze(p->vocab))
		result = fault(&m, "lexicon", 0, "too many words", "", 0);
	for (g = 0; result == 0 && g < PHRASES_GROUPS; g++)
		set_anchors(p, g, m.symbols.count);
	names_release(&m.symbols);
	names_release(&m.common);
	free(m.frac);
	if (result == 0)
		return p;
	phrases_free(p);
	return NULL;
}

void
phrases_free(struct phrases *p)
{
	int g;

	if (p == NULL)
		return;
	vocab_free(p->vocab);
	free(p->items);
	free(p->places);
	for (g = 0; g < PHRASES_GROUPS; g++) {
		free(p->groups[g].first);
		free(p->groups[g].items);
	}
	free(p);
}
