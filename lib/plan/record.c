/* The half of journal.h that writes. */
#include "plan/journal.h"

#include "base/num.h"
#include "stream/csvout.h"

#include <inttypes.h>
#include <stdio.h>

void
journal_header(struct str *out)
{
	for (int i = 0; i < JOURNAL_COLUMNS; i++) {
		if (i > 0)
			str_addc(out, ',');
		str_adds(out, journal_columns[i]);
	}
	str_addc(out, '\n');
}

/* A cell of text on one line. */
static void
put_text(struct str *out, const char *text)
{
	struct str plain = STR_INIT;

	str_addc(out, ',');
	if (*text == '\0')
		return;
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '\n')
			str_adds(&plain, "\\n");
		else if (*p == '\r')
			str_adds(&plain, "\\r");
		else if (*p == '\\')
			str_adds(&plain, "\\\\");
		else if ((unsigned char)*p < ' ' || *p == 127)
			str_addf(&plain, "\\x%02x", (unsigned)*p);
		else
			str_addc(&plain, *p);
	}
	csvout_cell(out, plain.text, plain.len);
	str_release(&plain);
}

static void
put_int(struct str *out, int value)
{
	char buf[NUM_MAX];

	str_addc(out, ',');
	if (value != JOURNAL_NONE)
		str_add(out, buf, num_format_long(buf, value));
}

static void
put_due(struct str *out, const struct journal_record *r)
{
	char buf[DATE_MAX];

	str_addc(out, ',');
	if (r->has_due)
		str_add(out, buf, date_format(buf, date_from_day(r->due)));
}

void
journal_format(struct str *out, const struct journal_record *r)
{
	struct str event = STR_INIT;
	char when[MOMENT_MAX];

	moment_format(when, r->time);
	str_adds(&event, r->event);
	if (r->parts > 1)
		str_addf(&event, ".%d/%d", r->part, r->parts);
	str_addf(out, "%d", JOURNAL_VERSION);
	put_text(out, event.text);
	str_release(&event);
	str_addf(out, ",%s,%s", when, journal_kind_words[r->kind]);
	put_text(out, r->id);
	put_text(out, r->family);
	put_int(out, r->step);
	put_text(out, r->concept);
	put_text(out, r->text);
	put_int(out, r->suds);
	put_int(out, r->likelihood);
	put_int(out, r->peak);
	put_text(out, r->setting);
	put_due(out, r);
	put_text(out, r->note);
	put_text(out, r->mode);
	put_int(out, r->minutes);
	put_int(out, r->repeat);
	put_text(out, r->cue);
	put_text(out, r->prediction);
	put_text(out, r->how);
	put_text(out, r->precaution);
	put_text(out, r->plan);
	put_text(out, r->every);
	put_text(
	    out, r->happened < 0 ? "" : journal_happened_words[r->happened]);
	str_addc(out, '\n');
}

void
journal_event(char buf[JOURNAL_EVENT_MAX], struct moment now, uint64_t bits)
{
	struct date date;
	int64_t us;

	now.offset_min = 0;
	date = moment_date(now);
	us = now.us - (int64_t)date_to_day(date) * 86400 * 1000000;
	snprintf(buf, JOURNAL_EVENT_MAX,
	    "%04d%02d%02dT%02d%02d%02d.%06dZ-%012" PRIx64, date.y, date.m,
	    date.d, (int)(us / 3600000000), (int)(us / 60000000 % 60),
	    (int)(us / 1000000 % 60), (int)(us % 1000000),
	    bits & 0xffffffffffff);
}
