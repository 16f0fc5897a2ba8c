/*
 * fuzz_number - any bytes as a number: the same ones are refused, and the
 * others read as the same value, as by the C library in its own locale; what is
 * written reads back.
 */
#include "base/num.h"

#include <errno.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
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

/* Digits may have no blanks before them, which strtol() takes. */
static bool
begins_well(const char *text, const char *first)
{
	text += *text == '-' || *text == '+';
	return *text != '\0' && strchr(first, *text) != NULL;
}

static void
try_long(const char *text, size_t len)
{
	char *end;
	long x = 77, y;
	const char *fault = num_long(text, len, LONG_MIN, LONG_MAX, &x);

	errno = 0;
	y = strtol(text, &end, 10);
	if (strlen(text) != len || !begins_well(text, "0123456789") ||
	    *end != '\0') {
		check(
		    fault != NULL && strcmp(fault, "not a whole number") == 0);
		check(x == 77);
	} else if (errno == ERANGE) {
		check(strcmp(fault, y < 0 ? "too small" : "too large") == 0);
	} else {
		check(fault == NULL && x == y);
		check(num_long(text, len, -5, 5, &x) == NULL ? labs(y) <= 5
							     : x == y);
	}
}

/* Decimal and finite: none of the words and hexadecimals of strtod(). */
static bool
is_decimal(const char *text, size_t len)
{
	char *end;

	if (strlen(text) != len || !begins_well(text, "0123456789.") ||
	    strspn(text, "0123456789.eE+-") != len)
		return false;
	strtod(text, &end);
	return end == text + len;
}

static void
try_double(const char *text, size_t len)
{
	double x = 77, y = strtod(text, NULL);
	const char *fault = num_double(text, len, -DBL_MAX, DBL_MAX, &x);

	if (!is_decimal(text, len)) {
		check(fault != NULL && strcmp(fault, "not a number") == 0);
		check(x == 77);
	} else if (isinf(y)) {
		check(strcmp(fault, y < 0 ? "too small" : "too large") == 0);
	} else {
		check(fault == NULL && memcmp(&x, &y, sizeof(x)) == 0);
	}
}

static void
try_written(double x)
{
	char text[NUM_MAX];
	double y;
	size_t len;

	if (!isfinite(x))
		return;
	len = num_format(text, x);
	check(len < NUM_MAX && strlen(text) == len);
	check(num_double(text, len, -DBL_MAX, DBL_MAX, &y) == NULL && x == y);
}

static void
try_ratio(long num, long den)
{
	char text[NUM_MAX], other[NUM_MAX];

	if (den <= 0)
		return;
	num_format_ratio(text, num, den);
	num_format(other, (double)num / (double)den);
	check(strcmp(text, other) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	char text[TEXT_MAX + 1];
	uint64_t bits[2] = {0, 0};
	double x;

	if (len > TEXT_MAX)
		return 0;
	memcpy(text, data, len);
	text[len] = '\0';
	try_long(text, len);
	try_double(text, len);
	memcpy(bits, data, len < sizeof(bits) ? len : sizeof(bits));
	memcpy(&x, bits, sizeof(x));
	try_written(x);
	try_ratio((long)(int32_t)bits[0], (long)(bits[1] >> 33));
	return 0;
}
