#include "stream/meta.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* What is left of the text, and the line now read. */
struct cursor {
	const char *rest;
	size_t left;
	unsigned long line;
};

/* The next line, without its LF or CRLF. */
static bool
next_line(struct cursor *c, const char **line, size_t *len)
{
	const char *lf;
	size_t n;

	if (c->left == 0)
		return false;
	lf = memchr(c->rest, '\n', c->left);
	n = lf ? (size_t)(lf - c->rest) + 1 : c->left;
	*line = c->rest;
	*len = n - (lf != NULL);
	if (lf != NULL && *len > 0 && (*line)[*len - 1] == '\r')
		--*len;
	c->rest += n;
	c->left -= n;
	c->line++;
	return true;
}

static bool
is_blank(const char *line, size_t len)
{
	str_trim(&line, &len);
	return len == 0;
}

static bool
valid_name(const char *name, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = name[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') &&
		    c != '-' && c != '_' && c != '.')
			return false;
	}
	return len > 0;
}

/* A head being read.  The last field's value stays open for lines that
 * continue it. */
struct head {
	struct meta *m;
	size_t cap;
	struct str value;
	struct diag *err;
};

static void
end_field(struct head *h)
{
	if (h->m->count > 0)
		h->m->fields[h->m->count - 1].value = str_detach(&h->value);
}

static void
begin_field(struct head *h, struct meta_field field)
{
	struct meta *m = h->m;

	end_field(h);
	m->fields =
	    mem_grow(m->fields, &h->cap, m->count + 1, sizeof(*m->fields));
	m->fields[m->count++] = field;
}

/* "name: value" */
static int
read_field(struct head *h, const char *line, size_t len, unsigned long number)
{
	const char *colon = memchr(line, ':', len), *value;
	size_t name_len, value_len;

	if (colon == NULL)
		return diag_set(h->err, number, "no colon in '%.*s'",
		    (int)(len < 80 ? len : 80), line);
	name_len = (size_t)(colon - line);
	if (!valid_name(line, name_len))
		return diag_set(h->err, number, "not a field name: '%.*s'",
		    (int)(name_len < 80 ? name_len : 80), line);
	if (h->m->count == META_FIELDS_MAX)
		return diag_set(
		    h->err, number, "more than %d fields", META_FIELDS_MAX);
	value = colon + 1;
	value_len = len - name_len - 1;
	str_trim(&value, &value_len);
	begin_field(h,
	    (struct meta_field){
		.name = mem_strndup(line, name_len), .line = number});
	str_add(&h->value, value, value_len);
	return 0;
}

static int
read_continuation(
    struct head *h, const char *line, size_t len, unsigned long number)
{
	if (h->m->count == 0)
		return diag_set(h->err, number,
		    "line begins with a blank, but continues nothing");
	str_trim(&line, &len);
	if (h->value.len > 0)
		str_addc(&h->value, ' ');
	str_add(&h->value, line, len);
	return 0;
}

static int
read_head(struct meta *m, struct cursor *c, struct diag *err)
{
	struct head h = {.m = m, .value = STR_INIT, .err = err};
	const char *line;
	size_t len;
	int bad = 0;

	while (bad == 0 && next_line(c, &line, &len) && !is_blank(line, len)) {
		if (line[0] == ' ' || line[0] == '\t')
			bad = read_continuation(&h, line, len, c->line);
		else if (line[0] != '#')
			bad = read_field(&h, line, len, c->line);
	}
	end_field(&h);
	return bad;
}

int
meta_parse(struct meta *m, const char *text, size_t len, struct diag *err)
{
	struct cursor c = {.rest = text, .left = len};

	*m = (struct meta){.body = ""};
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		c.rest += 3;
		c.left -= 3;
	}
	/* What is wrong with the bytes is told wherever they stand, in the body
	 * too. */
	if (utf8_check(c.rest, c.left, err) != 0 || read_head(m, &c, err) != 0)
		return -1;
	if (c.left > 0) {
		m->body = c.rest;
		m->body_len = c.left;
	}
	m->body_line = c.line + 1;
	return 0;
}

void
meta_release(struct meta *m)
{
	for (size_t i = 0; i < m->count; i++) {
		free(m->fields[i].name);
		free(m->fields[i].value);
	}
	free(m->fields);
	*m = (struct meta){.body = ""};
}

static const struct meta_field *
find(const struct meta *m, const char *name, size_t from)
{
	for (size_t i = from; i < m->count; i++)
		if (strcmp(m->fields[i].name, name) == 0)
			return &m->fields[i];
	return NULL;
}

const char *
meta_get(const struct meta *m, const char *name)
{
	const struct meta_field *field = find(m, name, 0);

	return field ? field->value : NULL;
}

unsigned long
meta_line(const struct meta *m, const char *name)
{
	const struct meta_field *field = find(m, name, 0);

	return field ? field->line : 0;
}

const char *
meta_each(const struct meta *m, const char *name, size_t *next)
{
	const struct meta_field *field = find(m, name, *next);

	if (field == NULL)
		return NULL;
	*next = (size_t)(field - m->fields) + 1;
	return field->value;
}

static bool
is_known(const char *name, const char *const *known)
{
	for (; *known != NULL; known++) {
		size_t len = strlen(*known);

		if (strcmp(name, *known) == 0)
			return true;
		if (len > 2 && strcmp(*known + len - 2, ".*") == 0 &&
		    strncmp(name, *known, len - 1) == 0)
			return true;
	}
	return false;
}

const struct meta_field *
meta_unknown(const struct meta *m, const char *const *known)
{
	for (size_t i = 0; i < m->count; i++)
		if (!is_known(m->fields[i].name, known))
			return &m->fields[i];
	return NULL;
}

const struct meta_field *
meta_twice(const struct meta *m, const char *const *once)
{
	for (size_t i = 0; i < m->count; i++) {
		const struct meta_field *f = &m->fields[i];

		if (is_known(f->name, once) && find(m, f->name, 0) != f)
			return f;
	}
	return NULL;
}
