/* The two layouts of a dictionary file. */
#include "attrib/dicmake.h"

#include "base/mem.h"
#include "base/num.h"
#include "base/utf8.h"
#include "stream/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct maker {
	struct dic *d;
	/* Of the older layout: numbers[i] is that of category i. */
	long *numbers;
	size_t cap;
	uint32_t *of_entry; /* categories of the entry being read */
	size_t nof_entry, of_entry_cap;
	struct tokens tokens;
	struct str key;
};

static int
add_category(struct maker *m, const char *name, size_t len, unsigned long line,
    struct diag *err)
{
	size_t before = m->d->categories.count;

	if (len == 0)
		return diag_set(err, line, "a category without a name");
	if (before == DIC_CATEGORIES_MAX)
		return diag_set(
		    err, line, "more than %d categories", DIC_CATEGORIES_MAX);
	if (names_take(&m->d->categories, name, len) != before)
		return diag_set(
		    err, line, "category '%.*s' stands twice", (int)len, name);
	return 0;
}

static void
give(struct maker *m, size_t category)
{
	for (size_t i = 0; i < m->nof_entry; i++)
		if (m->of_entry[i] == category)
			return;
	m->of_entry = mem_grow(m->of_entry, &m->of_entry_cap, m->nof_entry + 1,
	    sizeof *m->of_entry);
	m->of_entry[m->nof_entry++] = (uint32_t)category;
}

/* Writes the entry into key as texts are read; its words, or 0. */
static size_t
fold_entry(struct maker *m, const char *text, size_t len)
{
	size_t i, last = 0;

	str_clear(&m->key);
	tokens_split(&m->tokens, text, len);
	for (i = 0; i < m->tokens.count; i++) {
		const struct token *t = &m->tokens.items[i];

		if (i > 0)
			str_addc(&m->key, ' ');
		last = m->key.len;
		utf8_fold(&m->key, text + t->start, t->end - t->start);
	}
	if (i > 0 && text[len - 1] == '*') {
		if (m->key.len - last > m->d->stem_max)
			m->d->stem_max = m->key.len - last;
		str_addc(&m->key, '*');
	}
	return i;
}

static int
check_entry(const struct maker *m, const char *text, size_t len,
    unsigned long line, struct diag *err)
{
	const char *star = memchr(text, '*', len);

	if (len == 0)
		return diag_set(err, line, "no entry");
	if (star != NULL && star != text + len - 1)
		return diag_set(err, line,
		    "'*' elsewhere than at the end: '%.*s'", (int)len, text);
	if (m->nof_entry == 0)
		return diag_set(
		    err, line, "entry '%.*s' has no category", (int)len, text);
	return 0;
}

/* Adds an entry with the categories in of_entry. */
static int
add_entry(struct maker *m, const char *text, size_t len, unsigned long line,
    struct diag *err)
{
	struct dic *d = m->d;
	size_t before = d->entries.count, words, i;

	str_trim(&text, &len);
	if (check_entry(m, text, len, line, err) == -1)
		return -1;
	words = fold_entry(m, text, len);
	if (words > DIC_WORDS_MAX)
		return diag_set(
		    err, line, "an entry of more than %d words", DIC_WORDS_MAX);
	if (words == 0) {
		if (d->wordless++ == 0)
			d->wordless_line = line;
		return 0;
	}
	if (names_take(&d->entries, m->key.text, m->key.len) != before)
		return diag_set(
		    err, line, "entry '%.*s' stands twice", (int)len, text);
	d->first =
	    mem_grow(d->first, &d->first_cap, before + 2, sizeof *d->first);
	d->first[before] = (uint32_t)d->nmembers;
	for (i = 0; i < m->nof_entry; i++) {
		d->members = mem_grow(d->members, &d->members_cap,
		    d->nmembers + 1, sizeof *d->members);
		d->members[d->nmembers++] = m->of_entry[i];
		d->counts[m->of_entry[i]]++;
	}
	d->first[before + 1] = (uint32_t)d->nmembers;
	d->has_words[words] = true;
	if (words > d->words_max)
		d->words_max = words;
	return 0;
}

/* Takes the next line off the text, without its end and trailing blanks. */
static bool
next_line(const char **text, size_t *left, const char **line, size_t *len)
{
	const char *end;

	if (*left == 0)
		return false;
	end = memchr(*text, '\n', *left);
	*line = *text;
	*len = end == NULL ? *left : (size_t)(end - *text);
	*left -= *len + (end != NULL);
	*text += *len + (end != NULL);
	str_trim(line, len);
	return true;
}

/* "12  name" or "12  name (What it is)". */
static int
take_category(struct maker *m, const char *line, size_t len, unsigned long at,
    struct diag *err)
{
	size_t digits = 0, end;
	long number;

	while (digits < len && line[digits] != '\t' && line[digits] != ' ')
		digits++;
	if (num_long(line, digits, 0, 1000000, &number) != NULL)
		return diag_set(err, at,
		    "not a number and the name of a category: '%.*s'", (int)len,
		    line);
	line += digits;
	len -= digits;
	str_trim(&line, &len);
	for (end = 0; end < len && line[end] != '(' && line[end] != '\t';)
		end++;
	if (end > 0)
		len = end;
	str_trim(&line, &len);
	assert(m->numbers != NULL || m->d->categories.count == 0);
	for (size_t i = 0; i < m->d->categories.count; i++)
		if (m->numbers[i] == number)
			return diag_set(
			    err, at, "category %ld stands twice", number);
	m->numbers = mem_grow(m->numbers, &m->cap, m->d->categories.count + 1,
	    sizeof *m->numbers);
	m->numbers[m->d->categories.count] = number;
	return add_category(m, line, len, at, err);
}

/* The numbers behind an entry. */
static int
take_numbers(struct maker *m, const char *list, size_t len, unsigned long at,
    struct diag *err)
{
	size_t i, end;
	long number;

	m->nof_entry = 0;
	for (i = 0; i < len; i = end) {
		while (i < len && (list[i] == ' ' || list[i] == '\t'))
			i++;
		for (end = i;
		     end < len && list[end] != ' ' && list[end] != '\t';)
			end++;
		if (end == i)
			break;
		if (num_long(list + i, end - i, 0, 1000000, &number) != NULL)
			return diag_set(err, at,
			    "not the number of a category: '%.*s' (conditional "
			    "entries are not read)",
			    (int)(end - i), list + i);
		size_t k = 0;
		assert(m->numbers != NULL || m->d->categories.count == 0);
		while (k < m->d->categories.count && m->numbers[k] != number)
			k++;
		if (k == m->d->categories.count)
			return diag_set(err, at, "no category %ld", number);
		give(m, k);
	}
	return 0;
}

static int
take_line(struct maker *m, const char *line, size_t len, unsigned long at,
    struct diag *err)
{
	const char *end = memchr(line, '\t', len);
	size_t word;

	if (end == NULL)
		end = memchr(line, ' ', len);
	word = end == NULL ? len : (size_t)(end - line);
	if (take_numbers(m, line + word, len - word, at, err) == -1)
		return -1;
	return add_entry(m, line, word, at, err);
}

static int
read_lines(struct maker *m, const char *text, size_t left, struct diag *err)
{
	const char *line;
	unsigned long at = 0;
	int marks = 0, rc = 0;
	size_t len;

	while (rc == 0 && next_line(&text, &left, &line, &len)) {
		at++;
		if (len == 0)
			continue;
		if (str_equal(line, len, "%") && marks < 2)
			marks++;
		else if (marks == 0)
			rc = diag_set(err, at,
			    "not a dictionary: it begins with a line '%%'");
		else if (marks == 1)
			rc = take_category(m, line, len, at, err);
		else
			rc = take_line(m, line, len, at, err);
		if (rc == 0 && marks == 2 && m->d->counts == NULL)
			m->d->counts = mem_zalloc(
			    m->d->categories.count + 1, sizeof(unsigned long));
	}
	if (rc == 0 && marks < 2)
		rc = diag_set(err, at, "it ends before the second line '%%'");
	return rc;
}

static int
take_marks(struct maker *m, struct table *t, int term, struct diag *err)
{
	size_t category = 0;

	m->nof_entry = 0;
	for (size_t i = 0; i < table_columns(t); i++) {
		const char *cell = table_cell(t, (int)i);

		if ((int)i == term)
			continue;
		if (*cell != '\0' && strcmp(cell, "0") != 0)
			give(m, category);
		category++;
	}
	return add_entry(m, table_cell(t, term), table_cell_len(t, term),
	    table_line(t), err);
}

static int
read_table(struct maker *m, const char *text, size_t len, struct diag *err)
{
	struct table *t = table_new(csvin_new_mem(text, len, 1), err);
	int term, rc = 0, got = CSVIN_END;

	if (t == NULL)
		return -1;
	term = table_need(t, "DicTerm", err);
	if (term == -1) {
		err->line = 1;
		rc = -1;
	}
	for (size_t i = 0; rc == 0 && i < table_columns(t); i++)
		if ((int)i != term)
			rc = add_category(m, table_name(t, i),
			    strlen(table_name(t, i)), 1, err);
	m->d->counts =
	    mem_zalloc(m->d->categories.count + 1, sizeof(unsigned long));
	while (rc == 0 && (got = table_next(t)) == CSVIN_RECORD)
		rc = take_marks(m, t, term, err);
	if (rc == 0 && got != CSVIN_END) {
		*err = *table_error(t);
		rc = -1;
	}
	table_free(t);
	return rc;
}

struct dic *
dic_read(const char *text, size_t len, bool csv, struct diag *err)
{
	struct maker m = {
	    .d = mem_zalloc(1, sizeof(struct dic)), .key = STR_INIT};
	int rc;

	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 && !csv) {
		text += 3;
		len -= 3;
	}
	rc = utf8_check(text, len, err);
	if (rc == 0)
		rc = csv ? read_table(&m, text, len, err)
			 : read_lines(&m, text, len, err);
	if (rc == 0 && m.d->categories.count == 0)
		rc = diag_set(err, 0, "a dictionary without categories");
	if (rc == 0 && m.d->entries.count == 0)
		rc = diag_set(err, 0, "a dictionary without entries");
	free(m.numbers);
	free(m.of_entry);
	tokens_release(&m.tokens);
	str_release(&m.key);
	if (rc == 0)
		return m.d;
	dic_free(m.d);
	return NULL;
}
