#include "plan/every.h"

#include "base/date.h"
#include "base/num.h"
#include "plan/schedule.h"

#include <string.h>

bool
every_parse(const char *text, struct every *every)
{
	static const struct {
		const char *sign;
		enum every_kind kind;
	} signs[] = {{"++", EVERY_NEXT}, {".+", EVERY_DONE}, {"+", EVERY_DUE}};
	size_t len = strlen(text);
	unsigned days;

	if (len > 0 && schedule_list(text, &days)) {
		*every = (struct every){.kind = EVERY_DAYS, .days = days};
		return true;
	}
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		size_t sign = strlen(signs[i].sign);
		long n;

		if (strncmp(text, signs[i].sign, sign) != 0)
			continue;
		if (len < sign + 2 || strchr("+-", text[sign]) != NULL ||
		    strchr("dwmy", text[len - 1]) == NULL ||
		    num_long(text + sign, len - sign - 1, 1, 999, &n) != NULL)
			return false;
		*every = (struct every){
		    .kind = signs[i].kind, .n = (int)n, .unit = text[len - 1]};
		return true;
	}
	return false;
}

/* times steps on from a day, each counted from that day, so that months do
 * not lose the 31st. */
static long
after(const struct every *every, long day, int times)
{
	const int64_t calendar = 12 * 9999; /* months: there is no more */
	int64_t n = (int64_t)every->n * times;

	switch (every->unit) {
	case 'd':
		return day + (long)n;
	case 'w':
		return day + (long)(7 * n);
	case 'y':
		n *= 12;
		break;
	}
	if (n > calendar)
		n = calendar;
	return date_to_day(date_add_months(date_from_day(day), (int)n));
}

static long
next_listed(const struct every *every, long day)
{
	while ((every->days >> date_weekday(day) & 1) == 0)
		day++;
	return day;
}

bool
every_is_fixed(const struct every *every)
{
	return every->kind != EVERY_NONE && every->kind != EVERY_DONE;
}

long
every_from(const struct every *every, long first, long day)
{
	int times = 0;

	if (every->kind == EVERY_DAYS)
		return next_listed(every, day);
	while (after(every, first, times) < day)
		times++;
	return after(every, first, times);
}

long
every_next(const struct every *every, long first, int *times, long done)
{
	if (every->kind == EVERY_DONE)
		return after(every, done, 1);
	if (every->kind == EVERY_DAYS)
		return next_listed(every, (first > done ? first : done) + 1);
	do
		++*times;
	while (
	    every->kind == EVERY_NEXT && after(every, first, *times) <= done);
	return after(every, first, *times);
}
