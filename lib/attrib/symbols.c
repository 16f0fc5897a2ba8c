#include "attrib/symbols.h"

#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

enum { CLASS_DEPTH_MAX = 8 };

/* A share of running text: the word of rank r has about 0.1 / r of it (Zipf);
 * a word that is not among the common ones, and a stem, this much. */
static const double rare_frac = 1e-5, stem_frac = 3e-5;

int
symbols_fault(struct symbols *s, struct asker who, const char *text,
    const char *part, size_t len)
{
	*s->file = who.file;
	return diag_set(s->err, who.line, "%s: '%.*s'", text, (int)len, part);
}

static void
rank_common_words(struct symbols *s)
{
	const struct lexicon_list *list = lexicon_class(s->lex, "common", 6);
	const char *rest = list == NULL ? "" : list->members, *part;
	size_t len;

	while (str_split(&rest, ' ', &part, &len))
		names_take(&s->common, part, len);
}

void
symbols_init(struct symbols *s, const struct lexicon *lex, struct diag *err,
    const char **file)
{
	*s = (struct symbols){
	    .lex = lex, .vocab = vocabmake_new(), .err = err, .file = file};
	rank_common_words(s);
}

void
symbols_release(struct symbols *s)
{
	vocabmake_free(s->vocab);
	names_release(&s->names);
	names_release(&s->common);
	free(s->frac);
}

static double
word_frac(const struct symbols *s, const char *word, size_t len)
{
	uint32_t rank = names_find(&s->common, word, len);

	return rank == NAMES_NONE ? rare_frac : 0.1 / (rank + 1);
}

static int add_members(struct symbols *s, const char *text, size_t len,
    uint32_t symbol, struct asker who, int depth);

/* Gives the words of the class the symbol. */
static int
add_class(struct symbols *s, const char *name, size_t len, uint32_t symbol,
    struct asker who, int depth)
{
	const struct lexicon_list *list = lexicon_class(s->lex, name, len);
	const char *rest, *part;
	size_t n;

	if (list == NULL)
		return symbols_fault(
		    s, who, "no class of this name", name, len);
	if (depth == CLASS_DEPTH_MAX)
		return symbols_fault(s, (struct asker){list->file, list->line},
		    "classes contain each other in a loop", name, len);
	rest = list->members;
	who = (struct asker){list->file, list->line};
	while (str_split(&rest, ' ', &part, &n))
		if (add_members(s, part, n, symbol, who, depth + 1) == -1)
			return -1;
	return 0;
}

/* Gives all words of the alternatives the symbol. */
static int
add_members(struct symbols *s, const char *text, size_t len, uint32_t symbol,
    struct asker who, int depth)
{
	const char *part;
	size_t n;

	while (pattern_alternative(&text, &len, &part, &n)) {
		switch (pattern_kind(&part, &n)) {
		case PATTERN_CLASS:
			if (add_class(s, part, n, symbol, who, depth) == -1)
				return -1;
			break;
		case PATTERN_STEM:
			vocabmake_add(s->vocab, part, n, true, symbol);
			s->frac[symbol] += stem_frac;
			break;
		case PATTERN_WORD:
			if (vocabmake_spelt(s->vocab, part, n))
				return symbols_fault(s, who,
				    "can never match: a spelling reads it "
				    "otherwise",
				    part, n);
			vocabmake_add(s->vocab, part, n, false, symbol);
			s->frac[symbol] += word_frac(s, part, n);
			break;
		}
	}
	return 0;
}

/* The symbol of an element; new ones are given to their words. */
int
symbols_take(struct symbols *s, const struct element *e, struct asker who,
    uint32_t *symbol)
{
	size_t before = s->names.count;

	*symbol = names_take(&s->names, e->text, e->len);
	if (*symbol < before)
		return 0;
	s->frac = mem_grow(s->frac, &s->frac_cap, before + 1, sizeof(*s->frac));
	s->frac[*symbol] = 0;
	return add_members(s, e->text, e->len, *symbol, who, 0);
}

static int
add_spelling(
    struct symbols *s, const struct lexicon_list *list, const char *word)
{
	struct asker who = {list->file, list->line};
	const char *rest = list->members, *part;
	char *parts[VOCAB_PARTS_MAX];
	size_t len, n = 0, i;
	bool many = false;

	while (!many && str_split(&rest, ' ', &part, &len)) {
		many = n == VOCAB_PARTS_MAX;
		if (!many)
			parts[n++] = mem_strndup(part, len);
	}
	if (n > 0 && !many)
		vocabmake_spell(s->vocab, word, strlen(word),
		    (const char *const *)parts, n);
	for (i = 0; i < n; i++)
		free(parts[i]);
	if (n == 0 || many)
		return symbols_fault(s, who,
		    n == 0 ? "a spelling without words"
			   : "a spelling of too many words",
		    word, strlen(word));
	return 0;
}

/* No spelling may lead to another one. */
static int
check_spelling(struct symbols *s, const struct lexicon_list *list)
{
	struct asker who = {list->file, list->line};
	const char *rest = list->members, *part;
	size_t len;

	while (str_split(&rest, ' ', &part, &len))
		if (vocabmake_spelt(s->vocab, part, len))
			return symbols_fault(s, who,
			    "a spelling leads to another one", part, len);
	return 0;
}

int
symbols_spellings(struct symbols *s)
{
	const struct lexicon_list *list;
	const char *word;
	size_t i;

	for (i = 0; (list = lexicon_spelling(s->lex, i, &word)) != NULL; i++)
		if (add_spelling(s, list, word) == -1)
			return -1;
	for (i = 0; (list = lexicon_spelling(s->lex, i, &word)) != NULL; i++)
		if (check_spelling(s, list) == -1)
			return -1;
	return 0;
}
