#include "cli/now.h"

#include "base/msg.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

enum { US = 1000000 };

int
now_offset(int64_t us)
{
	time_t t = (time_t)(us / US - (us % US < 0));
	struct tm tm;

	if (localtime_r(&t, &tm) == NULL)
		msg_die(RC_SYSTEM, "the time zone cannot be read");
	return (int)(tm.tm_gmtoff / 60);
}

static struct moment
clock_now(void)
{
	struct moment at;
	struct timespec ts;

	if (clock_gettime(CLOCK_REALTIME, &ts) != 0)
		msg_die(
		    RC_SYSTEM, "the clock cannot be read: %s", strerror(errno));
	at.us = (int64_t)ts.tv_sec * US + ts.tv_nsec / 1000;
	at.offset_min = now_offset(at.us);
	return at;
}

/* mktime() knows the zone's offset at a local time. */
static struct moment
local_noon(struct date date)
{
	struct moment at;
	struct tm tm = {
	    .tm_year = date.y - 1900,
	    .tm_mon = date.m - 1,
	    .tm_mday = date.d,
	    .tm_hour = 12,
	    .tm_isdst = -1,
	};

	at.us = (int64_t)mktime(&tm) * US;
	at.offset_min = now_offset(at.us);
	return at;
}

struct moment
now_read(const struct opt *o, const char *text)
{
	struct moment at;
	struct date date;

	if (text == NULL)
		return clock_now();
	if (date_parse(text, strlen(text), &date))
		return local_noon(date);
	if (!moment_parse(text, strlen(text), 0, &at))
		opt_die(o->tool,
		    "option '--now': not YYYY-MM-DD[THH:MM[:SS](Z|+HH:MM)]: "
		    "'%s'",
		    text);
	return at;
}

uint64_t
now_entropy(void)
{
	uint64_t bits;
	ssize_t got;

	do
		got = getrandom(&bits, sizeof bits, 0);
	while (got == -1 && errno == EINTR);
	if (got != (ssize_t)sizeof bits)
		msg_die(RC_SYSTEM, "no random bits: %s", strerror(errno));
	return bits;
}
