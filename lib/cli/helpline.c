#include "cli/helpline.h"

#include "base/msg.h"
#include "data/data.h"
#include "stream/table.h"

#include <stdlib.h>
#include <string.h>

/* Two capitals after '_' in the first of the locale's variables that is set:
 * "GB" of "en_GB.UTF-8"; "" where there are none. */
static void
locale_country(char country[3])
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	const char *value = NULL;

	country[0] = '\0';
	for (size_t i = 0; i < 3 && (value == NULL || *value == '\0'); i++)
		value = getenv(names[i]);
	if (value == NULL || (value = strchr(value, '_')) == NULL)
		return;
	if (strspn(value + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") >= 2) {
		memcpy(country, value + 1, 2);
		country[2] = '\0';
	}
}

static struct table *
open_list(void)
{
	const struct data_file *file = data_find("help.csv");
	struct table *t;
	struct diag why;

	if (file == NULL)
		msg_die(RC_SYSTEM, "built-in help.csv: missing");
	t = table_new(csvin_new_mem(file->bytes, file->len, 1), &why);
	if (t == NULL)
		msg_die_diag(RC_SYSTEM, "built-in help.csv", &why);
	return t;
}

static void
print_row(FILE *fp, const struct table *t)
{
	const char *country = table_cell(t, table_find(t, "country"));
	const char *contact = table_cell(t, table_find(t, "contact"));
	const char *note = table_cell(t, table_find(t, "note"));

	fprintf(fp, "  %-9s %s:", *country == '*' ? "anywhere" : country,
	    table_cell(t, table_find(t, "name")));
	if (*contact != '\0')
		fprintf(fp, " %s%s", contact, *note != '\0' ? "," : "");
	if (*note != '\0')
		fprintf(fp, " %s", note);
	fputc('\n', fp);
}

enum which { OF_COUNTRY, OF_ANYWHERE, OF_OTHERS };

static void
print_rows(FILE *fp, const char *country, enum which which)
{
	struct table *t = open_list();

	while (table_next(t) == CSVIN_RECORD) {
		const char *cell = table_cell(t, table_find(t, "country"));
		enum which is = OF_OTHERS;

		if (strcmp(cell, "*") == 0)
			is = OF_ANYWHERE;
		else if (strcmp(cell, country) == 0)
			is = OF_COUNTRY;
		if (is == which)
			print_row(fp, t);
	}
	table_free(t);
}

/* The list is no newer than its oldest row. */
static void
print_date(FILE *fp)
{
	struct table *t = open_list();
	char oldest[16] = "";

	while (table_next(t) == CSVIN_RECORD) {
		const char *cell = table_cell(t, table_find(t, "as_of"));

		if (*oldest == '\0' || strcmp(cell, oldest) < 0)
			snprintf(oldest, sizeof oldest, "%s", cell);
	}
	fprintf(fp, "  (as of %s; numbers change)\n", oldest);
	table_free(t);
}

void
helpline_print(FILE *fp, const char *country, bool all)
{
	char here[3];

	if (country == NULL) {
		locale_country(here);
		country = here;
	}
	print_rows(fp, country, OF_COUNTRY);
	print_rows(fp, country, OF_ANYWHERE);
	if (all)
		print_rows(fp, country, OF_OTHERS);
	print_date(fp);
}

void
helpline_offer(void)
{
	static bool offered;

	if (offered)
		return;
	offered = true;
	fputs("You need not carry this alone. "
	      "These people are there to listen:\n",
	    stderr);
	helpline_print(stderr, NULL, false);
	fputc('\n', stderr);
}
