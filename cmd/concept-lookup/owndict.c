/*
 * The image of a database of dictd, and its texts.
 */
#include "ownmake.h"

#include "base/mem.h"
#include "base/msg.h"
#include "cli/io.h"
#include "concept/dictd.h"

#include <stdlib.h>
#include <string.h>

int
own_text(const struct own *s, uint64_t at, size_t len, struct str *out,
    struct diag *err)
{
	if (s->zipped)
		return dictzip_read(&s->zip, at, len, out, err);
	if (at > s->texts.len || len > s->texts.len - at)
		return diag_set(err, 0, "no bytes %llu to %llu in it",
		    (unsigned long long)at, (unsigned long long)at + len);
	str_add(out, (const char *)s->texts.bytes + at, len);
	return 0;
}

/* A part of the database that is held while its entries are read in order. */
struct window {
	const struct own *s;
	struct str text;
	uint64_t at;
};

static const char *
look(struct window *w, uint64_t at, size_t len, struct diag *err)
{
	enum { AHEAD = 1024 * 1024 };
	uint64_t end = w->s->zipped ? w->s->zip.size : w->s->texts.len;
	size_t want = len > AHEAD ? len : AHEAD;

	if (at < w->at || at + len > w->at + w->text.len) {
		if (at > end || len > end - at)
			want = len; /* which is refused, and told */
		else if (want > end - at)
			want = (size_t)(end - at);
		str_clear(&w->text);
		w->at = at;
		if (own_text(w->s, at, want, &w->text, err) != 0)
			return NULL;
	}
	return w->text.text + (at - w->at);
}

static int
by_place(const void *one, const void *other)
{
	const struct dictd_entry *a = one, *b = other;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return (a->word > b->word) - (a->word < b->word);
}

static void
add_entry(const struct own *s, struct glossmake *m, struct window *w,
    const struct dictd_entry *e)
{
	char *word = mem_strndup(e->word, e->word_len);
	struct diag why;
	const char *text = look(w, e->at, e->len, &why);

	if (text == NULL)
		msg_die_diag(RC_DATA, s->dict.text, &why);
	glossmake_entry(m, word, word, CONCEPT_TERM, e->at, e->len);
	glossmake_name(m, word, GLOSSARY_TITLE);
	glossmake_words(m, word, e->word_len, GLOSSMAKE_NAME);
	glossmake_words(m, text, e->len, GLOSSMAKE_PROSE);
	free(word);
}

static void
set_form(struct glossmake *m, struct dictd_rules rules)
{
	glossmake_set_form(m,
	    rules.cased     ? GLOSSARY_CASED
		: rules.all ? GLOSSARY_ALL
			    : GLOSSARY_DROPPING);
}

void
own_make_dict(struct own *s, struct glossmake *m)
{
	struct window w = {s, STR_INIT, 0};
	struct dictd_entry *all = NULL, e;
	size_t n = 0, cap = 0, left;
	struct str index = STR_INIT;
	unsigned long line = 0;
	struct diag why;
	const char *rest;
	int got;

	io_read(s->path.text, UINT32_MAX, &index);
	set_form(m, dictd_rules(index.text, index.len));
	rest = index.text;
	left = index.len;
	while ((got = dictd_next(&rest, &left, &line, &e, &why)) == 1) {
		all = mem_grow(all, &cap, n + 1, sizeof all[0]);
		all[n++] = e;
	}
	if (got < 0)
		msg_die_diag(RC_DATA, s->path.text, &why);
	if (n > 0)
		qsort(all, n, sizeof all[0], by_place);
	for (size_t i = 0; i < n; i++)
		add_entry(s, m, &w, &all[i]);
	free(all);
	str_release(&w.text);
	str_release(&index);
}
