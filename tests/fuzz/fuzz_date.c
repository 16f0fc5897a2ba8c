/*
 * fuzz_date - any bytes as a date, a moment, days that come round, lead times
 * or a part of a file: what is read is written, and reads back the same.
 */
#include "base/date.h"
#include "plan/every.h"
#include "plan/ledger.h"
#include "plan/schedule.h"
#include "stream/share.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

enum { TEXT_MAX = 400 };

static void
check(bool holds)
{
	if (!holds)
		abort();
}

static void
try_date(const char *text, size_t len)
{
	struct date d;
	char again[DATE_MAX];

	if (!date_parse(text, len, &d))
		return;
	check(date_format(again, d) == len && memcmp(again, text, len) == 0);
	check(date_valid(date_from_day(date_to_day(d))));
}

static void
try_moment(const char *text, size_t len)
{
	struct moment m, n;
	char written[MOMENT_MAX], again[MOMENT_MAX];
	size_t size;

	if (!moment_parse(text, len, 60, &m))
		return;
	check(labs((long)m.offset_min) < 24 * 60);
	check(moment_minute(m) >= 0 && moment_minute(m) < 24 * 60);
	check(date_to_day(moment_date(m)) == moment_day(m));
	size = moment_format(written, m);
	check(size < MOMENT_MAX && strlen(written) == size);
	check(memcmp(written, text, len < 10 ? len : 10) == 0);
	check(moment_parse(written, size, 0, &n));
	check(n.us == m.us && n.offset_min == m.offset_min);
	moment_format(again, n);
	check(strcmp(written, again) == 0);
}

static void
try_every(const char *text)
{
	const long first = 20514, late = first + 3000;
	struct every e;
	int times = 0;
	long day;

	if (!every_parse(text, &e))
		return;
	check(e.kind != EVERY_NONE);
	day = every_next(&e, first, &times, late);
	check(day > (e.kind == EVERY_DUE ? first : late));
	if (every_is_fixed(&e))
		check(every_from(&e, first, late) >= late);
}

static void
try_schedule(const char *text)
{
	struct schedule s, again;
	struct schedule_past past = {0};
	struct str out = STR_INIT;
	long day = 20514, next;

	schedule_parse(&s, text);
	check(s.per_week >= 1 && s.per_week <= 7);
	schedule_format(&out, &s);
	schedule_parse(&again, out.text);
	check(again.per_week == s.per_week && again.quiet == s.quiet);
	for (int i = 0; i < 10; i++, day = next) {
		schedule_remember(&past, day);
		next = schedule_next(&s, &past);
		check(next > day && next <= day + 14);
		check((s.quiet >> date_weekday(next) & 1) == 0);
	}
	str_release(&out);
}

static void
try_small(const char *text)
{
	struct ledger_leads leads;
	struct share part;

	if (ledger_leads(text, &leads)) {
		check(leads.count >= 1 && leads.count <= LEDGER_LEADS_MAX);
		for (int i = 0; i < leads.count; i++)
			check(leads.days[i] >= 0 &&
			    leads.days[i] <= LEDGER_LEAD_MAX &&
			    (i == 0 || leads.days[i] <= leads.days[i - 1]));
	}
	if (share_parse(text, &part))
		check(part.number >= 1 && part.number <= part.of &&
		    part.of <= SHARE_MAX);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	char text[TEXT_MAX + 1];

	if (len > TEXT_MAX)
		return 0;
	memcpy(text, data, len);
	text[len] = '\0';
	try_date(text, len);
	try_moment(text, len);
	try_every(text);
	try_schedule(text);
	try_small(text);
	return 0;
}
