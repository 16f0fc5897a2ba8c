#include "categories.h"

#include "attrib/dic.h"
#include "base/mem.h"
#include "cli/shelf.h"

#include <stdlib.h>
#include <string.h>

/* Columns before those of the categories, and the one behind. */
static const char *const own[] = {"respondent", "time", "line", "statement",
    "words", "dictionary", "flag", NULL};

struct categories {
	struct dic *dic;
	struct dic_counts counts;
};

static bool
ends_in(const char *name, const char *end)
{
	size_t n = strlen(name), k = strlen(end);

	return n > k && strcmp(name + n - k, end) == 0;
}

bool
categories_is_dic(const char *name)
{
	return ends_in(name, ".dic") || ends_in(name, ".dicx");
}

struct categories *
categories_open(const char *path)
{
	struct str text = STR_INIT;
	struct categories *c;
	struct dic *dic;
	struct diag err;

	io_read(path, SHELF_FILE_MAX, &text);
	dic = dic_read(text.text, text.len, ends_in(path, ".dicx"), &err);
	if (dic == NULL)
		msg_die_diag(RC_DATA, io_name(path), &err);
	str_release(&text);
	c = mem_zalloc(1, sizeof *c);
	c->dic = dic;
	return c;
}

void
categories_close(struct categories *c)
{
	if (c == NULL)
		return;
	dic_counts_release(&c->counts);
	dic_free(c->dic);
	free(c);
}

enum rc
categories_check(const struct categories *c, const char *path)
{
	unsigned long line, wordless = dic_wordless(c->dic, &line);
	enum rc rc = RC_OK;

	if (wordless > 0) {
		msg_warn("%s:%lu: no word in the entry, which no text ever "
			 "meets (such entries: %lu)",
		    path, line, wordless);
		rc = RC_NO;
	}
	for (size_t i = 0; i < dic_categories(c->dic); i++) {
		if (dic_entries(c->dic, i) > 0)
			continue;
		msg_warn("%s: category '%s' has no entry", path,
		    dic_category(c->dic, i));
		rc = RC_NO;
	}
	return rc;
}

static bool
is_taken(const char *name, const struct carried *carried)
{
	for (size_t i = 0; own[i] != NULL; i++)
		if (strcmp(own[i], name) == 0)
			return true;
	for (size_t i = 0; i < CARRIED; i++)
		if (carried->has[i] && strcmp(carried_names[i], name) == 0)
			return true;
	return false;
}

void
categories_header(const struct categories *c, const struct carried *carried,
    struct csvout *out)
{
	struct str name = STR_INIT;
	size_t i;

	for (i = 0; own[i + 1] != NULL; i++)
		csvout_str(out, own[i]);
	for (i = 0; i < dic_categories(c->dic); i++) {
		str_clear(&name);
		str_addf(&name, "%s%s",
		    is_taken(dic_category(c->dic, i), carried) ? "category."
							       : "",
		    dic_category(c->dic, i));
		csvout_text(out, name.text, name.len);
	}
	csvout_str(out, "flag");
	str_release(&name);
}

/* Percent, two digits behind the point as users of such counts know them. */
static void
put_percent(struct csvout *out, unsigned long n, unsigned long words)
{
	if (words == 0)
		csvout_empty(out);
	else
		csvout_ratio(
		    out, (long)((20000 * n + words) / (2 * words)), 100);
}

void
categories_put(
    struct categories *c, struct csvout *out, const char *text, size_t len)
{
	struct dic_counts *n = &c->counts;

	dic_count(c->dic, n, text, len);
	csvout_long(out, (long)n->words);
	put_percent(out, n->captured, n->words);
	for (size_t i = 0; i < dic_categories(c->dic); i++)
		put_percent(out, n->categories[i], n->words);
}
