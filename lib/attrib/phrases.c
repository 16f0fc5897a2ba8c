#include "attrib/phrases.h"

#include "attrib/phraseindex.h"
#include "attrib/symbols.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

/* What is needed while compiling. */
struct maker {
	struct symbols symbols;
	struct phrase *items; /* in the order of the rules */
	size_t count, cap;
	struct place *places;
	size_t nplaces, places_cap;
};

/* Themes that raise different concepts first stand side by side. */
static uint32_t
thing_of(const struct lexicon *lex, const struct lexicon_rule *rule)
{
	if (rule->dimension != DIM_THEME)
		return rule->dimension;
	return rule->dimension +
	    DIM_COUNT * (1 + lexicon_raises(lex, rule)->concept);
}

static int
add_phrase(
    struct maker *m, const struct pattern *p, uint32_t number, struct asker who)
{
	const struct lexicon *lex = m->symbols.lex;
	const struct lexicon_rule *rule = &lex->rules[number];
	struct phrase phrase = {.rule = number,
	    .first = (uint32_t)m->nplaces,
	    .thing = thing_of(lex, rule),
	    .count = (uint8_t)p->count,
	    .at_start = p->at_start,
	    .at_end = p->at_end,
	    .dimension = (uint8_t)rule->dimension};
	double rarest = 2;
	size_t i;

	m->places = mem_grow(m->places, &m->places_cap, m->nplaces + p->count,
	    sizeof(*m->places));
	for (i = 0; i < p->count; i++) {
		struct place *place = &m->places[m->nplaces++];

		place->gap = p->elements[i].gap;
		phrase.gapped |= place->gap > 0;
		if (symbols_take(&m->symbols, &p->elements[i], who,
			&place->symbol) == -1)
			return -1;
		if (m->symbols.frac[place->symbol] < rarest) {
			rarest = m->symbols.frac[place->symbol];
			phrase.anchor = (uint8_t)i;
		}
	}
	m->items = mem_grow(m->items, &m->cap, m->count + 1, sizeof(*m->items));
	m->items[m->count++] = phrase;
	return 0;
}

static int
add_rules(struct maker *m)
{
	const struct lexicon *lex = m->symbols.lex;
	size_t n, i;
	const struct lexicon_rule *rules = lexicon_rules(lex, &n);

	for (i = 0; i < n; i++) {
		struct asker who = {
		    lexicon_text(lex, rules[i].file), rules[i].line};
		struct pattern whole, variant;
		unsigned k;

		if (rules[i].weight == 0)
			continue;
		if (pattern_parse(&whole, lexicon_text(lex, rules[i].pattern),
			who.line, m->symbols.err) == -1) {
			*m->symbols.file = who.file;
			return -1;
		}
		for (k = 0; pattern_variant(&whole, k, &variant); k++)
			if (add_phrase(m, &variant, (uint32_t)i, who) == -1)
				return -1;
	}
	return 0;
}

/* A class, "<NAME>", that may be missing: its symbol then has no words. */
static int
add_class(struct maker *m, const char *name, uint32_t *symbol)
{
	const struct element e = {.text = name, .len = strlen(name)};
	struct asker nobody = {"lexicon", 0};

	if (lexicon_class_number(m->symbols.lex, name + 1, e.len - 2) !=
	    NAMES_NONE)
		return symbols_take(&m->symbols, &e, nobody, symbol);
	*symbol = UINT32_MAX;
	return 0;
}

/* Numbers the phrases by the symbol of their anchor, by counting. */
static struct phrase *
order_by_anchor(const struct maker *m)
{
	size_t nsymbols = m->symbols.names.count, i;
	uint32_t *count = mem_zalloc(nsymbols + 1, sizeof(*count));
	struct phrase *out = mem_alloc(m->count, sizeof(*out));

	for (i = 0; i < m->count; i++)
		count[phrase_anchor(&m->items[i], m->places) + 1]++;
	for (i = 1; i < nsymbols + 1; i++)
		count[i] += count[i - 1];
	for (i = 0; i < m->count; i++)
		out[count[phrase_anchor(&m->items[i], m->places)]++] =
		    m->items[i];
	free(count);
	return out;
}

static int
compile(struct maker *m, struct phrases *out)
{
	struct asker nobody = {"lexicon", 0};

	if (symbols_spellings(&m->symbols) == -1 ||
	    symbols_classes(&m->symbols) == -1 ||
	    add_class(m, "<barrier>", &out->barrier) == -1 ||
	    add_class(m, "<joint>", &out->joint) == -1 || add_rules(m) == -1)
		return -1;
	if (!vocabmake_finish(m->symbols.vocab, &out->vocab) ||
	    m->count >= 1u << RANK_PHRASE_BITS)
		return symbols_fault(
		    &m->symbols, nobody, "too many words", "", 0);
	out->items = order_by_anchor(m);
	out->count = m->count;
	out->places = m->places;
	out->nplaces = m->nplaces;
	m->places = NULL;
	phraseindex_make(out, m->symbols.lex->rules, m->symbols.frac,
	    m->symbols.names.count);
	if (m->symbols.lex->nrules + out->nlists >= PHRASES_RULES_MAX)
		return symbols_fault(
		    &m->symbols, nobody, "too many rules", "", 0);
	return 0;
}

static void
release(struct phrases *p)
{
	int g;

	vocab_release(&p->vocab);
	free((void *)p->items);
	free((void *)p->places);
	free((void *)p->ranks);
	free((void *)p->tries);
	free((void *)p->buckets);
	free((void *)p->hints);
	free((void *)p->marks);
	free((void *)p->lones);
	free((void *)p->pair_lones);
	free((void *)p->lone_rules);
	free((void *)p->masks);
	for (g = 0; g < PHRASES_GROUPS; g++) {
		free((void *)p->by_set[g]);
		free((void *)p->by_pair[g]);
	}
	free(p);
}

const struct phrases *
phrases_new(const struct lexicon *lex, struct diag *err, const char **file)
{
	struct phrases *out;
	struct maker m = {0};
	int result;

	if (lex->phrases != NULL)
		return lex->phrases;
	out = mem_zalloc(1, sizeof(*out));
	symbols_init(&m.symbols, lex, err, file);
	result = compile(&m, out);
	symbols_release(&m.symbols);
	free(m.items);
	free(m.places);
	if (result == 0)
		return out;
	release(out);
	return NULL;
}

void
phrases_free(const struct phrases *p)
{
	if (p != NULL && !p->built_in)
		release((struct phrases *)p);
}
