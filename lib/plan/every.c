#include "plan/every.h"

#include "base/date.h"
#include "base/num.h"

#include <string.h>

bool
every_parse(const char *text, struct every *every)
{
	static const struct {
		const char *sign;
		enum every_kind kind;
	} signs[] = {{"++", EVERY_NEXT}, {".+", EVERY_DONE}, {"+", EVERY_DUE}};
	size_t len = strlen(text);

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		size_t sign = strlen(signs[i].sign);
		long n;

		if (strncmp(text, signs[i].sign, sign) != 0)
			continue;
		if (len < sign + 2 || strchr("+-", text[sign]) != NULL ||
		    strchr("dwmy", text[len - 1]) == NULL ||
		    num_long(text + sign, len - sign - 1, 1, 999, &n) != NULL)
			return false;
		*every = (struct every){signs[i].kind, (int)n, text[len - 1]};
		return true;
	}
	return false;
}

/* times steps on from a day, each counted from that day, so that months do
 * not lose the 31st. */
static long
after(const struct every *every, long day, int times)
{
	int n = every->n * times;

	switch (every->unit) {
	case 'd':
		return day + n;
	case 'w':
		return day + 7L * n;
	case 'y':
		n *= 12;
		break;
	}
	return date_to_day(date_add_months(date_from_day(day), n));
}

long
every_next(const struct every *every, long first, int *times, long done)
{
	if (every->kind == EVERY_DONE)
		return after(every, done, 1);
	do
		++*times;
	while (
	    every->kind == EVERY_NEXT && after(every, first, *times) <= done);
	return after(every, first, *times);
}
