#include "concept/glossmake.h"

#include "base/mem.h"
#include "concept/spool.h"
#include "concept/word.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { KEY_MAX = 1000 }; /* bytes of a key or a term that are kept */

struct glossmake {
	struct spool sections[GLOSSARY_SECTIONS];
	struct sorter *names;    /* key, NUL, name, entry */
	struct sorter *terms;    /* term, NUL, entry, weight */
	struct sorter *synonyms; /* stem, NUL, group */
	uint32_t groups;
	struct str key; /* scratch */
	enum glossary_form form;
	uint64_t at; /* of the entry that is open */
	uint32_t len, id, title, kind, words;
	uint32_t count; /* entries, with the open one */
	uint64_t total; /* words of all */
};

struct glossmake *
glossmake_new(sorter_scratch *scratch)
{
	struct glossmake *m = mem_zalloc(1, sizeof *m);

	for (int i = 0; i < GLOSSARY_SECTIONS; i++)
		spool_init(&m->sections[i], scratch);
	spool_add(&m->sections[GLOSSARY_POOL], "", 1);
	m->names = sorter_new(scratch);
	m->terms = sorter_new(scratch);
	m->synonyms = sorter_new(scratch);
	str_init(&m->key);
	return m;
}

void
glossmake_free(struct glossmake *m)
{
	if (m == NULL)
		return;
	for (int i = 0; i < GLOSSARY_SECTIONS; i++)
		spool_release(&m->sections[i]);
	sorter_free(m->names);
	sorter_free(m->terms);
	sorter_free(m->synonyms);
	str_release(&m->key);
	free(m);
}

void
glossmake_set_form(struct glossmake *m, enum glossary_form form)
{
	m->form = form;
}

static uint32_t
add_text(struct glossmake *m, const char *text)
{
	uint64_t at = m->sections[GLOSSARY_POOL].len;

	if (at > UINT32_MAX - KEY_MAX)
		m->sections[GLOSSARY_POOL].error = EFBIG;
	spool_add(&m->sections[GLOSSARY_POOL], text, strlen(text) + 1);
	return (uint32_t)at;
}

uint64_t
glossmake_text(struct glossmake *m, const char *text, size_t len)
{
	uint64_t at = m->sections[GLOSSARY_TEXTS].len;

	spool_add(&m->sections[GLOSSARY_TEXTS], text, len);
	return at;
}

static void
close_entry(struct glossmake *m)
{
	struct spool *entries = &m->sections[GLOSSARY_ENTRIES];

	if (m->count == 0)
		return;
	spool_u64(entries, m->at);
	spool_u32(entries, m->len);
	spool_u32(entries, m->id);
	spool_u32(entries, m->title);
	spool_u32(entries, m->kind);
	spool_u32(entries, m->words);
	m->total += m->words;
}

void
glossmake_entry(struct glossmake *m, const char *id, const char *title,
    enum concept_kind kind, uint64_t at, uint32_t len)
{
	close_entry(m);
	m->at = at;
	m->len = len;
	m->id = add_text(m, id);
	m->title = strcmp(id, title) == 0 ? m->id : add_text(m, title);
	m->kind = (uint32_t)kind;
	m->words = 0;
	m->count++;
}

/* Big-endian, so that records sort by number. */
static void
add_number(struct str *s, uint32_t x)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		str_addc(s, (char)(x >> shift & 0xff));
}

static uint32_t
number_at(const char *text)
{
	const unsigned char *p = (const unsigned char *)text;

	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	    (uint32_t)p[2] << 8 | p[3];
}

void
glossmake_name(struct glossmake *m, const char *text, enum glossary_name name)
{
	str_clear(&m->key);
	glossary_form_key(m->form, &m->key, text);
	if (m->key.len == 0)
		return;
	if (m->key.len > KEY_MAX)
		m->key.len = KEY_MAX;
	str_addc(&m->key, '\0');
	str_addc(&m->key, (char)name);
	add_number(&m->key, m->count - 1);
	sorter_add(m->names, m->key.text, m->key.len);
}

static void
add_term(struct glossmake *m, const char *term, size_t len, unsigned weight)
{
	str_clear(&m->key);
	str_add(&m->key, term, len < KEY_MAX ? len : KEY_MAX);
	str_addc(&m->key, '\0');
	add_number(&m->key, m->count - 1);
	str_addc(&m->key, (char)weight);
	sorter_add(m->terms, m->key.text, m->key.len);
}

void
glossmake_words(
    struct glossmake *m, const char *text, size_t len, unsigned weight)
{
	struct str key = STR_INIT, pair = STR_INIT;
	struct word_pairs pairs = {0};
	const char *rest;

	word_key(&key, text, len);
	rest = key.text;
	while (word_next_stem(&rest, &pairs, &pair)) {
		add_term(m, pair.text + pairs.second, pair.len - pairs.second,
		    weight);
		if (pairs.second > 0 && weight > GLOSSMAKE_PROSE)
			add_term(m, pair.text, pair.len, weight);
		m->words += weight;
	}
	rest = key.text;
	while (weight > GLOSSMAKE_PROSE && word_next_common_pair(&rest, &pair))
		add_term(m, pair.text, pair.len, weight);
	str_release(&pair);
	str_release(&key);
}

static void
add_items(struct glossmake *m, const struct concept *c, enum concept_list list,
    unsigned weight)
{
	for (size_t i = 0; i < c->lists[list].count; i++)
		glossmake_words(m, c->lists[list].items[i].text,
		    strlen(c->lists[list].items[i].text), weight);
}

void
glossmake_concept(
    struct glossmake *m, const struct concept *c, uint64_t at, uint32_t len)
{
	const struct concept_items *aliases = &c->lists[CONCEPT_ALIASES];

	glossmake_entry(m, c->id, c->title, c->kind, at, len);
	glossmake_name(m, c->id, GLOSSARY_ID);
	glossmake_name(m, c->title, GLOSSARY_TITLE);
	for (size_t i = 0; i < aliases->count; i++)
		glossmake_name(m, aliases->items[i].text, GLOSSARY_ALIAS);
	glossmake_words(m, c->title, strlen(c->title), GLOSSMAKE_NAME);
	glossmake_words(
	    m, c->definition, strlen(c->definition), GLOSSMAKE_DEFINITION);
	add_items(m, c, CONCEPT_ALIASES, GLOSSMAKE_NAME);
	add_items(m, c, CONCEPT_CUES, GLOSSMAKE_CUE);
	add_items(m, c, CONCEPT_WORDS, GLOSSMAKE_WORD);
	add_items(m, c, CONCEPT_KEEPS, GLOSSMAKE_PROSE);
	add_items(m, c, CONCEPT_HELPS, GLOSSMAKE_PROSE);
	glossmake_words(m, c->article, c->article_len, GLOSSMAKE_PROSE);
}

void
glossmake_synonyms(struct glossmake *m, const char *words)
{
	const char *word;
	size_t len;

	while (str_split(&words, ';', &word, &len)) {
		str_clear(&m->key);
		word_stem(&m->key, word, len);
		str_addc(&m->key, '\0');
		add_number(&m->key, m->groups);
		sorter_add(m->synonyms, m->key.text, m->key.len);
	}
	m->groups++;
}

static void
write_synonyms(struct glossmake *m)
{
	struct spool *out = &m->sections[GLOSSARY_SYNONYMS];
	const char *record;
	size_t len;

	while ((record = sorter_next(m->synonyms, &len)) != NULL) {
		spool_u32(out, add_text(m, record));
		spool_u32(out, number_at(record + len - 4));
	}
}

/* A key that an entry has already by a better name is left out. */
static void
write_keys(struct glossmake *m)
{
	struct str last = STR_INIT;
	const char *record;
	uint32_t text = 0;
	size_t len, n;

	while ((record = sorter_next(m->names, &len)) != NULL) {
		n = strlen(record) + 1;
		if (last.len < n || memcmp(last.text, record, n) != 0)
			text = add_text(m, record);
		else if (memcmp(last.text + last.len - 4, record + len - 4,
			     4) == 0)
			continue;
		str_clear(&last);
		str_add(&last, record, len);
		spool_u32(&m->sections[GLOSSARY_KEYS], text);
		spool_u32(&m->sections[GLOSSARY_KEYS],
		    number_at(record + n + 1) * 4 +
			(uint32_t)(unsigned char)record[n]);
	}
	str_release(&last);
}

static void
write_number(struct spool *s, uint32_t x)
{
	unsigned char byte;

	do {
		byte = (unsigned char)(x & 0x7f);
		x >>= 7;
		if (x > 0)
			byte |= 0x80;
		spool_add(s, &byte, 1);
	} while (x > 0);
}

/* The term whose postings are being written, and the posting that may still
 * gain weight. */
struct posting {
	struct str term; /* with its NUL; empty before the first */
	uint64_t at;
	uint32_t users, entry, before, weight;
};

static void
close_posting(struct glossmake *m, struct posting *p)
{
	if (p->weight == 0)
		return;
	write_number(&m->sections[GLOSSARY_POSTINGS], p->entry - p->before);
	write_number(&m->sections[GLOSSARY_POSTINGS], p->weight);
	p->before = p->entry;
	p->weight = 0;
	p->users++;
}

static void
close_term(struct glossmake *m, struct posting *p)
{
	struct spool *terms = &m->sections[GLOSSARY_TERMS];

	close_posting(m, p);
	if (p->users == 0)
		return;
	spool_u32(terms, add_text(m, p->term.text));
	spool_u32(terms, p->users);
	spool_u64(terms, p->at);
}

static void
write_terms(struct glossmake *m)
{
	struct posting p = {.term = STR_INIT};
	const char *record;
	size_t len, n;

	while ((record = sorter_next(m->terms, &len)) != NULL) {
		n = strlen(record) + 1;
		if (p.term.len != n || memcmp(p.term.text, record, n) != 0) {
			close_term(m, &p);
			str_clear(&p.term);
			str_add(&p.term, record, n);
			p.at = m->sections[GLOSSARY_POSTINGS].len;
			p.users = p.before = 0;
		}
		if (p.entry != number_at(record + n))
			close_posting(m, &p);
		p.entry = number_at(record + n);
		p.weight += (unsigned char)record[len - 1];
	}
	close_term(m, &p);
	str_release(&p.term);
}

static int
fault(const struct glossmake *m)
{
	for (int i = 0; i < GLOSSARY_SECTIONS; i++)
		if (m->sections[i].error != 0)
			return m->sections[i].error;
	if (sorter_failed(m->names) != 0)
		return sorter_failed(m->names);
	if (sorter_failed(m->terms) != 0)
		return sorter_failed(m->terms);
	return sorter_failed(m->synonyms);
}

int
glossmake_write(
    struct glossmake *m, const struct glossary_stamp *stamp, FILE *out)
{
	struct spool head;
	uint64_t at = GLOSSARY_HEAD;

	close_entry(m);
	write_keys(m);
	write_terms(m);
	write_synonyms(m);
	spool_init(&head, NULL);
	spool_add(&head, GLOSSARY_MAGIC, 8);
	spool_u32(&head, GLOSSARY_VERSION);
	spool_u32(&head, (uint32_t)m->form);
	spool_u64(&head, m->total);
	spool_u64(&head, stamp->size);
	spool_u64(&head, stamp->mark);
	spool_u64(&head, stamp->refused);
	for (int i = 0; i < GLOSSARY_SECTIONS; i++) {
		spool_u64(&head, at);
		spool_u64(&head, m->sections[i].len);
		at += m->sections[i].len;
	}
	spool_copy(&head, out);
	spool_release(&head);
	for (int i = 0; i < GLOSSARY_SECTIONS; i++)
		spool_copy(&m->sections[i], out);
	return fault(m);
}
