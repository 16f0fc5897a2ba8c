#include "concept/glossmake.h"

#include "base/mem.h"
#include "base/str.h"
#include "concept/glossary.h"
#include "concept/word.h"

#include <stdlib.h>
#include <string.h>

struct key {
	uint32_t text;
	uint32_t entry_name; /* entry * 4 + enum glossary_name */
};

struct glossmake {
	struct str entries; /* as in the image */
	struct str pool;
	struct key *keys;
	size_t nkeys, keys_cap;
	uint32_t count; /* entries so far */
};

struct glossmake *
glossmake_new(void)
{
	struct glossmake *m = mem_zalloc(1, sizeof *m);

	str_init(&m->entries);
	str_init(&m->pool);
	str_addc(&m->pool, '\0');
	return m;
}

void
glossmake_free(struct glossmake *m)
{
	if (m == NULL)
		return;
	free(m->keys);
	str_release(&m->pool);
	str_release(&m->entries);
	free(m);
}

static void
add_u32(struct str *s, uint32_t x)
{
	for (int i = 0; i < 4; i++, x >>= 8)
		str_addc(s, (char)(x & 0xff));
}

static void
add_u64(struct str *s, uint64_t x)
{
	add_u32(s, (uint32_t)(x & 0xffffffff));
	add_u32(s, (uint32_t)(x >> 32));
}

static uint32_t
add_text(struct glossmake *m, const char *text)
{
	size_t at = m->pool.len;

	str_add(&m->pool, text, strlen(text) + 1);
	return (uint32_t)at;
}

/* A name whose key the entry has already, or that has none, adds nothing. */
static void
add_key(struct glossmake *m, const char *name, enum glossary_name kind)
{
	uint32_t at = (uint32_t)m->pool.len;
	struct key *k;

	word_key(&m->pool, name, strlen(name));
	str_addc(&m->pool, '\0');
	for (size_t i = m->nkeys; i > 0; i--) {
		k = &m->keys[i - 1];
		if (k->entry_name / 4 != m->count)
			break;
		if (strcmp(m->pool.text + k->text, m->pool.text + at) == 0) {
			m->pool.len = at;
			return;
		}
	}
	if (m->pool.text[at] == '\0') {
		m->pool.len = at;
		return;
	}
	m->keys =
	    mem_grow(m->keys, &m->keys_cap, m->nkeys + 1, sizeof m->keys[0]);
	m->keys[m->nkeys++] = (struct key){at, m->count * 4 + (uint32_t)kind};
}

void
glossmake_add(
    struct glossmake *m, const struct concept *c, uint64_t at, uint32_t len)
{
	const struct concept_items *aliases = &c->lists[CONCEPT_ALIASES];

	add_u64(&m->entries, at);
	add_u32(&m->entries, len);
	add_u32(&m->entries, add_text(m, c->id));
	add_u32(&m->entries, add_text(m, c->title));
	add_u32(&m->entries, (uint32_t)c->kind);
	add_key(m, c->id, GLOSSARY_ID);
	add_key(m, c->title, GLOSSARY_TITLE);
	for (size_t i = 0; i < aliases->count; i++)
		add_key(m, aliases->items[i].text, GLOSSARY_ALIAS);
	m->count++;
}

static int
compare(const void *one, const void *other, void *pool)
{
	const struct key *a = one, *b = other;
	int order =
	    strcmp((const char *)pool + a->text, (const char *)pool + b->text);

	if (order == 0)
		order = (a->entry_name % 4 > b->entry_name % 4) -
		    (a->entry_name % 4 < b->entry_name % 4);
	if (order == 0)
		order = (a->entry_name > b->entry_name) -
		    (a->entry_name < b->entry_name);
	return order;
}

static void
add_head(struct str *head, const size_t size[GLOSSARY_SECTIONS])
{
	uint64_t at = GLOSSARY_HEAD;

	str_adds(head, GLOSSARY_MAGIC);
	add_u32(head, GLOSSARY_VERSION);
	add_u32(head, 0);
	for (int i = 0; i < GLOSSARY_SECTIONS; i++) {
		add_u64(head, at);
		add_u64(head, size[i]);
		at += size[i];
	}
}

void
glossmake_write(struct glossmake *m, FILE *out)
{
	struct str head = STR_INIT, keys = STR_INIT;

	if (m->nkeys > 0)
		qsort_r(m->keys, m->nkeys, sizeof m->keys[0], compare,
		    m->pool.text);
	for (size_t i = 0; i < m->nkeys; i++) {
		add_u32(&keys, m->keys[i].text);
		add_u32(&keys, m->keys[i].entry_name);
	}
	add_head(
	    &head, (const size_t[]){m->entries.len, keys.len, m->pool.len});
	fwrite(head.text, 1, head.len, out);
	fwrite(m->entries.text, 1, m->entries.len, out);
	fwrite(keys.text, 1, keys.len, out);
	fwrite(m->pool.text, 1, m->pool.len, out);
	str_release(&keys);
	str_release(&head);
}
