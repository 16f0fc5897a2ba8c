#include "plan/ledger.h"

#include "base/mem.h"
#include "base/num.h"
#include "stream/csvout.h"
#include "stream/table.h"

#include <stdlib.h>
#include <string.h>

static const char header[] = "time,id,due,lead\n";

static int
compare_longest_first(const void *a, const void *b)
{
	return *(const int *)b - *(const int *)a;
}

bool
ledger_leads(const char *text, struct ledger_leads *leads)
{
	struct ledger_leads got = {.count = 0};
	const char *part;
	size_t len;
	long days;

	while (str_split(&text, ',', &part, &len)) {
		if (got.count == LEDGER_LEADS_MAX ||
		    num_long(part, len, 0, LEDGER_LEAD_MAX, &days) != NULL)
			return false;
		got.days[got.count++] = (int)days;
	}
	if (got.count == 0)
		return false;
	qsort(got.days, (size_t)got.count, sizeof got.days[0],
	    compare_longest_first);
	leads->count = 0;
	for (int i = 0; i < got.count; i++)
		if (i == 0 || got.days[i] != got.days[i - 1])
			leads->days[leads->count++] = got.days[i];
	return true;
}

static void
add(struct ledger *l, char *key)
{
	if (idmap_get(&l->told, key) != IDMAP_NONE) {
		free(key);
		return;
	}
	l->keys = mem_grow(l->keys, &l->cap, l->count + 1, sizeof *l->keys);
	l->keys[l->count++] = key;
	idmap_put(&l->told, key, 1);
}

static char *
make_key(const char *id, const char *due, const char *lead)
{
	struct str key = STR_INIT;

	str_addf(&key, "%s %s %s", id, due, lead);
	return str_detach(&key);
}

/* Line by line, so that a damaged one takes only itself away; NULL for one that
 * is none.  The caller frees the reader. */
static struct csvin *
open_line(const char *line, size_t len)
{
	struct csvin *in = csvin_new_mem(line, len, 1);

	if (csvin_next(in) == CSVIN_RECORD && csvin_count(in) == 4)
		return in;
	csvin_free(in);
	return NULL;
}

static bool
is_ahead(struct csvin *in, struct moment now)
{
	const int64_t day_us = 86400 * (int64_t)1000000;
	struct moment at;
	size_t len;
	const char *time = csvin_field(in, 0, &len);

	return moment_parse(time, len, 0, &at) && at.us - day_us > now.us;
}

static void
read_line(struct ledger *l, const char *line, size_t len, struct moment now)
{
	struct csvin *in = open_line(line, len);

	if (in != NULL && !is_ahead(in, now))
		add(l,
		    make_key(csvin_field(in, 1, NULL), csvin_field(in, 2, NULL),
			csvin_field(in, 3, NULL)));
	csvin_free(in);
}

void
ledger_read(struct ledger *l, const char *text, size_t len, struct moment now)
{
	const char *end = text + len, *lf;

	while ((lf = memchr(text, '\n', (size_t)(end - text))) != NULL) {
		l->headed = true;
		read_line(l, text, (size_t)(lf - text), now);
		text = lf + 1;
	}
}

void
ledger_release(struct ledger *l)
{
	idmap_release(&l->told);
	for (size_t i = 0; i < l->count; i++)
		free(l->keys[i]);
	free(l->keys);
	memset(l, 0, sizeof *l);
}

static void
mark(struct ledger *l, const char *id, const char *due, const char *lead,
    struct moment now, struct str *marks)
{
	char when[MOMENT_MAX];

	if (!l->headed)
		str_adds(marks, header);
	l->headed = true;
	moment_format(when, now);
	str_addf(marks, "%s,", when);
	csvout_cell(marks, id, strlen(id));
	str_addf(marks, ",%s,%s\n", due, lead);
}

bool
ledger_wants(struct ledger *l, const struct ledger_leads *leads, const char *id,
    long due, struct moment now, long today, struct str *marks)
{
	char date[DATE_MAX], lead[NUM_MAX], *key;
	bool wanted = false;

	date_format(date, date_from_day(due));
	for (int i = 0; i < leads->count; i++) {
		if (due - leads->days[i] > today)
			break;
		num_format_long(lead, leads->days[i]);
		key = make_key(id, date, lead);
		if (idmap_get(&l->told, key) == IDMAP_NONE) {
			wanted = true;
			mark(l, id, date, lead, now, marks);
		}
		add(l, key);
	}
	return wanted;
}

/* The day each step is up for, by its id. */
static void
gather_days(struct idmap *days, const struct state *s, long today)
{
	struct state_row *rows = mem_alloc(s->step_count, sizeof *rows);

	for (size_t i = 0; i < s->ladder_count; i++) {
		size_t n =
		    s->ladders[i].removed ? 0 : state_up(s, i, today, rows);

		for (size_t k = 0; k < n; k++)
			if (rows[k].day >= 0)
				idmap_put(days, s->steps[rows[k].step].id,
				    rows[k].day);
	}
	free(rows);
}

static bool
still_matters(
    const struct idmap *days, const char *line, size_t len, long today)
{
	struct csvin *in = open_line(line, len);
	struct date date;
	bool matters = false;
	const char *due;
	size_t n;
	long day;

	if (in == NULL)
		return false;
	due = csvin_field(in, 2, &n);
	if (date_parse(due, n, &date)) {
		day = date_to_day(date);
		matters = day >= today - LEDGER_KEEP ||
		    idmap_get(days, csvin_field(in, 1, NULL)) == day;
	}
	csvin_free(in);
	return matters;
}

size_t
ledger_prune(struct str *out, const char *text, size_t len,
    const struct state *s, long today)
{
	const char *end = text + len, *lf;
	struct idmap days = {0};
	size_t dropped = 0;

	gather_days(&days, s, today);
	str_adds(out, header);
	while ((lf = memchr(text, '\n', (size_t)(end - text))) != NULL) {
		size_t n = (size_t)(lf - text);

		if (still_matters(&days, text, n, today))
			str_add(out, text, n + 1);
		else
			dropped += !str_equal(text, n + 1, header);
		text = lf + 1;
	}
	idmap_release(&days);
	return dropped;
}
