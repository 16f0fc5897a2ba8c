#include "plan/schedule.h"

#include "base/date.h"
#include "base/num.h"

#include <string.h>

static const char *const day_names[] = {
    "", "mon", "tue", "wed", "thu", "fri", "sat", "sun"};

enum { ALL_QUIET = 0xfe };

void
schedule_remember(struct schedule_past *past, long day)
{
	if (past->count == 7) {
		memmove(past->days, past->days + 1, 6 * sizeof past->days[0]);
		past->count--;
	}
	past->days[past->count++] = day;
}

static int
day_number(const char *text, size_t len)
{
	for (int d = 1; d <= 7; d++)
		if (str_equal(text, len, day_names[d]))
			return d;
	return 0;
}

bool
schedule_list(const char *text, unsigned *days)
{
	const char *end;
	unsigned bits = 0;
	int d;

	for (; *text != '\0'; text = *end == '\0' ? end : end + 1) {
		end = text + strcspn(text, ",;");
		if ((d = day_number(text, (size_t)(end - text))) == 0)
			return false;
		bits |= 1U << d;
	}
	*days = bits;
	return true;
}

const char *
schedule_days(const char *text, unsigned *quiet)
{
	unsigned bits;

	if (!schedule_list(text, &bits))
		return "days are mon, tue, wed, thu, fri, sat, sun";
	if (bits == ALL_QUIET)
		return "one day of the week must be left";
	*quiet = bits;
	return NULL;
}

void
schedule_parse(struct schedule *s, const char *text)
{
	const char *part;
	size_t len;
	long n;

	*s = (struct schedule){.per_week = SCHEDULE_PER_WEEK};
	while (str_split(&text, ' ', &part, &len)) {
		char value[64];
		const char *eq = memchr(part, '=', len);
		size_t name = eq == NULL ? len : (size_t)(eq - part);

		if (eq == NULL || len - name > sizeof value)
			continue;
		memcpy(value, eq + 1, len - name - 1);
		value[len - name - 1] = '\0';
		if (str_equal(part, name, "per-week") &&
		    num_long(value, strlen(value), 1, 7, &n) == NULL)
			s->per_week = (int)n;
		if (str_equal(part, name, "quiet-days"))
			schedule_days(value, &s->quiet);
	}
}

void
schedule_format(struct str *out, const struct schedule *s)
{
	const char *sep = " quiet-days=";

	str_addf(out, "per-week=%d", s->per_week);
	for (int d = 1; d <= 7; d++) {
		if ((s->quiet >> d & 1) == 0)
			continue;
		str_addf(out, "%s%s", sep, day_names[d]);
		sep = ";";
	}
}

long
schedule_from(const struct schedule *s, long day)
{
	while (s->quiet >> date_weekday(day) & 1)
		day++;
	return day;
}

/* How many tries were in the seven days that end with this one. */
static int
within_week(const struct schedule_past *past, long day)
{
	int n = 0;

	for (int i = 0; i < past->count; i++)
		n += past->days[i] > day - 7 && past->days[i] <= day;
	return n;
}

long
schedule_next(const struct schedule *s, const struct schedule_past *past)
{
	long day = past->days[past->count - 1] + 7 / s->per_week;

	day = schedule_from(s, day);
	while (within_week(past, day) >= s->per_week)
		day = schedule_from(s, day + 1);
	return day;
}
