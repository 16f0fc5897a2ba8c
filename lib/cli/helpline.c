#include "cli/helpline.h"

#include "base/msg.h"
#include "base/str.h"
#include "cli/term.h"
#include "data/data.h"
#include "stream/table.h"

#include <stdlib.h>
#include <string.h>

enum { NARROW = 40 }; /* columns, with none to spare for the country's */

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

/* One line each in a pipe, for grep; on a terminal it is wrapped. */
static void
print_text(const struct term *t, const char *head, const char *text)
{
	int at = (int)strlen(head);

	fputs(head, t->fp);
	if (t->tty)
		term_wrap(t, text, t->width < NARROW ? 4 : at, at);
	else
		fprintf(t->fp, "%s\n", text);
}

static void
print_row(const struct term *term, const struct table *t)
{
	const char *country = table_cell(t, table_find(t, "country"));
	const char *contact = table_cell(t, table_find(t, "contact"));
	const char *note = table_cell(t, table_find(t, "note"));
	struct str head = STR_INIT, text = STR_INIT;

	str_addf(&head, "  %-9s ", *country == '*' ? "anywhere" : country);
	str_addf(&text, "%s:", table_cell(t, table_find(t, "name")));
	if (*contact != '\0')
		str_addf(&text, " %s%s", contact, *note != '\0' ? "," : "");
	if (*note != '\0')
		str_addf(&text, " %s", note);
	print_text(term, head.text, text.text);
	str_release(&text);
	str_release(&head);
}

enum which { OF_COUNTRY, OF_ANYWHERE, OF_OTHERS };

static void
print_rows(const struct term *term, const char *country, enum which which)
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
			print_row(term, t);
	}
	table_free(t);
}

/* The list is no newer than its oldest row. */
static void
print_date(const struct term *term)
{
	struct table *t = open_list();
	char oldest[16] = "";
	struct str text = STR_INIT;

	while (table_next(t) == CSVIN_RECORD) {
		const char *cell = table_cell(t, table_find(t, "as_of"));

		if (*oldest == '\0' || strcmp(cell, oldest) < 0)
			snprintf(oldest, sizeof oldest, "%s", cell);
	}
	str_addf(&text, "(as of %s; numbers change)", oldest);
	print_text(term, "  ", text.text);
	str_release(&text);
	table_free(t);
}

/* country: as for helpline_print(). */
static void
print_list(const struct term *term, const char *country, bool all)
{
	char here[3];

	if (country == NULL) {
		locale_country(here);
		country = here;
	}
	print_rows(term, country, OF_COUNTRY);
	print_rows(term, country, OF_ANYWHERE);
	if (all)
		print_rows(term, country, OF_OTHERS);
	print_date(term);
}

void
helpline_print(FILE *fp, const char *country, bool all)
{
	struct term term;

	term_init(&term, fp, TERM_NEVER, false);
	print_list(&term, country, all);
}

static void
offer(const struct term *term)
{
	print_text(term, "",
	    "You need not carry this alone. "
	    "These people are there to listen:");
	print_list(term, NULL, false);
}

/* Of the process: once a run. */
static bool offered;

void
helpline_offer(void)
{
	struct term term;

	if (offered)
		return;
	offered = true;
	term_init(&term, stderr, TERM_NEVER, false);
	offer(&term);
	fputc('\n', stderr);
}

bool
helpline_offered(void)
{
	return offered;
}

void
helpline_again(const struct term *t)
{
	fputc('\n', t->fp);
	offer(t);
}
