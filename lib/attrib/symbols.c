#include "attrib/symbols.h"

#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

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

/* Goes through the members of a class, line by line. */
struct members {
	const struct lexicon_list *list; /* NULL: none */
	size_t nlines;                   /* begun */
	const char *rest;                /* of the line */
};

static struct members
members_of(const struct lexicon *lex, uint32_t class)
{
	const char *name;

	return (struct members){
	    .list = lexicon_class(lex, class, &name), .rest = ""};
}

static bool
members_next(struct members *m, const char **part, size_t *len)
{
	while (!str_split(&m->rest, ' ', part, len)) {
		if (m->list == NULL || m->nlines == m->list->count)
			return false;
		m->rest = m->list->lines[m->nlines++].members;
	}
	return true;
}

/* Of the member that came last. */
static struct asker
members_asker(const struct members *m)
{
	const struct lexicon_line *line =
	    &m->list->lines[m->nlines == 0 ? 0 : m->nlines - 1];

	return (struct asker){line->file, line->line};
}

static void
rank_common_words(struct symbols *s)
{
	struct members common =
	    members_of(s->lex, lexicon_class_number(s->lex, "common", 6));
	const char *part;
	size_t len;

	while (members_next(&common, &part, &len))
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
	free(s->given);
	free(s->queue);
}

static double
word_frac(const struct symbols *s, const char *word, size_t len)
{
	uint32_t rank = names_find(&s->common, word, len);

	return rank == NAMES_NONE ? rare_frac : 0.1 / (rank + 1);
}

/* Takes the class for the symbol, unless it is taken. */
static void
take_class(struct symbols *s, const char *name, size_t len, uint32_t symbol)
{
	uint32_t class = lexicon_class_number(s->lex, name, len);

	if (s->given[class] == symbol + 1)
		return;
	s->given[class] = symbol + 1;
	s->queue[s->queued++] = class;
}

/* Gives an alternative of an element, or a member of a class, the symbol. */
static void
give(struct symbols *s, const char *part, size_t len, uint32_t symbol)
{
	switch (pattern_kind(&part, &len)) {
	case PATTERN_CLASS:
		take_class(s, part, len, symbol);
		break;
	case PATTERN_STEM:
		vocabmake_add(s->vocab, part, len, true, symbol);
		s->frac[symbol] += stem_frac;
		break;
	case PATTERN_WORD:
		vocabmake_add(s->vocab, part, len, false, symbol);
		s->frac[symbol] += word_frac(s, part, len);
		break;
	}
}

/* Gives all words of the classes that were taken the symbol. */
static void
give_classes(struct symbols *s, uint32_t symbol)
{
	const char *part;
	size_t i, len;

	for (i = 0; i < s->queued; i++) {
		struct members m = members_of(s->lex, s->queue[i]);

		while (members_next(&m, &part, &len))
			give(s, part, len, symbol);
	}
	s->queued = 0;
}

/* Whether there is such a class, or a text can hold the word. */
static int
check_part(struct symbols *s, const char *part, size_t len, struct asker who)
{
	enum pattern_kind kind = pattern_kind(&part, &len);

	if (kind == PATTERN_CLASS &&
	    lexicon_class_number(s->lex, part, len) == NAMES_NONE)
		return symbols_fault(
		    s, who, "no class of this name", part, len);
	if (kind == PATTERN_WORD && vocabmake_spelt(s->vocab, part, len))
		return symbols_fault(s, who,
		    "can never match: a spelling reads it otherwise", part,
		    len);
	return 0;
}

/* The symbol of an element; new ones are given to their words. */
int
symbols_take(struct symbols *s, const struct element *e, struct asker who,
    uint32_t *symbol)
{
	size_t before = s->names.count, left = e->len, len;
	const char *text = e->text, *part;

	*symbol = names_take(&s->names, e->text, e->len);
	if (*symbol < before)
		return 0;
	s->frac = mem_grow(s->frac, &s->frac_cap, before + 1, sizeof(*s->frac));
	s->frac[*symbol] = 0;
	while (pattern_alternative(&text, &left, &part, &len)) {
		if (check_part(s, part, len, who) == -1)
			return -1;
		give(s, part, len, *symbol);
	}
	give_classes(s, *symbol);
	return 0;
}

/* A class on the way to the one that is looked at. */
struct open_class {
	uint32_t class;
	bool filled; /* it has members */
	struct members members;
};

/* Looking at every class. */
struct survey {
	struct symbols *s;
	enum { CLASS_NEW, CLASS_OPEN, CLASS_DONE } * states;
	struct open_class *open; /* each contains the next */
	size_t nopen;
};

static void
open_class(struct survey *l, uint32_t class)
{
	l->states[class] = CLASS_OPEN;
	l->open[l->nopen++] = (struct open_class){
	    .class = class, .members = members_of(l->s->lex, class)};
}

/* Looks at the next member of the last class that is open, or closes it. */
static int
survey_member(struct survey *l)
{
	struct open_class *o = &l->open[l->nopen - 1];
	const char *part;
	struct asker who;
	uint32_t inner;
	size_t len;
	bool more = members_next(&o->members, &part, &len);

	who = members_asker(&o->members);
	if (!more) {
		l->states[o->class] = CLASS_DONE;
		l->nopen--;
		lexicon_class(l->s->lex, o->class, &part);
		if (o->filled)
			return 0;
		return symbols_fault(
		    l->s, who, "a class without words", part, strlen(part));
	}
	o->filled = true;
	if (check_part(l->s, part, len, who) == -1)
		return -1;
	if (pattern_kind(&part, &len) != PATTERN_CLASS)
		return 0;
	inner = lexicon_class_number(l->s->lex, part, len);
	if (l->states[inner] == CLASS_OPEN)
		return symbols_fault(l->s, who,
		    "classes contain each other in a loop", part, len);
	if (l->states[inner] == CLASS_NEW)
		open_class(l, inner);
	return 0;
}

int
symbols_classes(struct symbols *s)
{
	struct survey l = {.s = s};
	const char *name;
	size_t n = 0;
	uint32_t i;
	int result = 0;

	while (lexicon_class(s->lex, n, &name) != NULL)
		n++;
	s->given = mem_zalloc(n + 1, sizeof(*s->given));
	s->queue = mem_alloc(n + 1, sizeof(*s->queue));
	l.states = mem_zalloc(n + 1, sizeof(*l.states));
	l.open = mem_alloc(n + 1, sizeof(*l.open));
	for (i = 0; i < n && result == 0; i++) {
		if (l.states[i] == CLASS_NEW)
			open_class(&l, i);
		while (l.nopen > 0 && result == 0)
			result = survey_member(&l);
	}
	free(l.states);
	free(l.open);
	return result;
}

static int
add_spelling(
    struct symbols *s, const struct lexicon_list *list, const char *word)
{
	struct asker who = {list->lines->file, list->lines->line};
	const char *rest = list->lines->members, *part;
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
	struct asker who = {list->lines->file, list->lines->line};
	const char *rest = list->lines->members, *part;
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
