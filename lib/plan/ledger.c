#include "plan/ledger.h"

#include "base/mem.h"
#include "base/num.h"
#include "stream/csvout.h"
#include "stream/table.h"

#include <stdlib.h>
#include <string.h>

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
	*leads = got;
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

/* Line by line, so that a damaged one takes only itself away. */
static void
read_line(struct ledger *l, const char *line, size_t len)
{
	struct csvin *in = csvin_new_mem(line, len, 1);

	if (csvin_next(in) == CSVIN_RECORD && csvin_count(in) == 4)
		add(l,
		    make_key(csvin_field(in, 1, NULL), csvin_field(in, 2, NULL),
			csvin_field(in, 3, NULL)));
	csvin_free(in);
}

void
ledger_read(struct ledger *l, const char *text, size_t len)
{
	const char *end = text + len, *lf;

	while ((lf = memchr(text, '\n', (size_t)(end - text))) != NULL) {
		l->headed = true;
		read_line(l, text, (size_t)(lf - text));
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
		str_adds(marks, "time,id,due,lead\n");
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
