#include "base/num.h"

#include "base/decimal.h"
#include "base/str.h"

#include <assert.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const not_whole = "not a whole number";
static const char *const not_number = "not a number";
static const char *const too_small = "too small";
static const char *const too_large = "too large";

/* The powers of ten that a double holds exactly. */
enum { EXACT_POWERS = 22 };
static const double pow10_exact[EXACT_POWERS + 1] = {1e0, 1e1, 1e2, 1e3, 1e4,
    1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22};

static const uint64_t whole_limit = (uint64_t)1 << DBL_MANT_DIG;

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Few digits and nothing else, as most numbers are; else -1. */
static long
few_digits(const char *text, size_t len)
{
	long value = 0;

	if (len == 0 || len > 9)
		return -1;
	for (size_t i = 0; i < len; i++) {
		if (!is_digit(text[i]))
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

static const char *
any_digits(const char *text, size_t len, long *out)
{
	bool negative = len > 0 && text[0] == '-';
	bool overflow = false;
	long value = 0;
	size_t i = len > 0 && (text[0] == '-' || text[0] == '+');

	if (i == len)
		return not_whole;
	for (; i < len; i++) {
		int digit = text[i] - '0';

		if (!is_digit(text[i]))
			return not_whole;
		overflow |= __builtin_mul_overflow(value, 10, &value);
		overflow |= __builtin_add_overflow(
		    value, negative ? -digit : digit, &value);
	}
	if (overflow)
		return negative ? too_small : too_large;
	*out = value;
	return NULL;
}

const char *
num_long(const char *text, size_t len, long min, long max, long *out)
{
	long value = few_digits(text, len);
	const char *fault = value < 0 ? any_digits(text, len, &value) : NULL;

	if (fault != NULL)
		return fault;
	if (value < min)
		return too_small;
	if (value > max)
		return too_large;
	*out = value;
	return NULL;
}

/* A decimal number taken apart: digits (with a point among them somewhere)
 * stand in text..end; the value is all digits times 10^exp10. */
struct decimal {
	const char *text, *end;
	uint64_t n; /* the digits as a number, where fits */
	bool fits;  /* n is exact in a double */
	bool negative;
	long exp10;
};

static const char *
scan_digits(const char *at, const char *end, struct decimal *d)
{
	for (; at < end && is_digit(*at); at++) {
		if (d->n > whole_limit)
			d->fits = false;
		else
			d->n = d->n * 10 + (uint64_t)(*at - '0');
	}
	return at;
}

/* Reads "e[+-]digits"; returns its end, or NULL. */
static const char *
scan_exponent(const char *at, const char *end, long *exp10)
{
	const long far = 1000000000000000; /* more than digits can make up */
	bool negative;
	long value = 0;

	if (at == end || (*at != 'e' && *at != 'E'))
		return at;
	at++;
	negative = at < end && *at == '-';
	if (at < end && (*at == '-' || *at == '+'))
		at++;
	if (at == end)
		return NULL;
	for (; at < end && is_digit(*at); at++)
		if (value < far)
			value = value * 10 + (*at - '0');
	*exp10 += negative ? -value : value;
	return at;
}

static bool
scan_decimal(const char *text, size_t len, struct decimal *d)
{
	const char *at = text, *end = text + len, *point;
	ptrdiff_t digits;

	*d = (struct decimal){.fits = true};
	d->negative = at < end && *at == '-';
	if (at < end && (*at == '-' || *at == '+'))
		at++;
	d->text = at;
	at = point = scan_digits(at, end, d);
	digits = at - d->text;
	if (at < end && *at == '.') {
		at = scan_digits(at + 1, end, d);
		digits += at - point - 1;
		d->exp10 = -(long)(at - point - 1);
	}
	d->end = at;
	if (digits == 0 || (at = scan_exponent(at, end, &d->exp10)) == NULL)
		return false;
	if (d->n > whole_limit)
		d->fits = false;
	return at == end;
}

/* The digits go to strtod() without a point, so the locale has no say. */
static double
decimal_slow(const struct decimal *d)
{
	struct str digits = STR_INIT;
	double x;

	for (const char *at = d->text; at < d->end; at++)
		if (*at != '.')
			str_addc(&digits, *at);
	str_addf(&digits, "e%ld", d->exp10);
	x = strtod(digits.text, NULL);
	str_release(&digits);
	return x;
}

/* Both operands are exact, so the one operation rounds correctly (Clinger
 * 1990, "How to read floating point numbers accurately"). */
static double
decimal_value(const struct decimal *d)
{
	double x;

	if (!d->fits || labs(d->exp10) > EXACT_POWERS)
		x = decimal_slow(d);
	else if (d->exp10 < 0)
		x = (double)d->n / pow10_exact[-d->exp10];
	else
		x = (double)d->n * pow10_exact[d->exp10];
	return d->negative ? -x : x;
}

const char *
num_double(const char *text, size_t len, double min, double max, double *out)
{
	struct decimal d;
	double x;

	if (!scan_decimal(text, len, &d))
		return not_number;
	x = decimal_value(&d);
	if (x < min || x < -DBL_MAX)
		return too_small;
	if (x > max || x > DBL_MAX)
		return too_large;
	*out = x;
	return NULL;
}

static const char two_digits[] =
    "00010203040506070809101112131415161718192021222324"
    "25262728293031323334353637383940414243444546474849"
    "50515253545556575859606162636465666768697071727374"
    "75767778798081828384858687888990919293949596979899";

/* Writes the digits of n backwards from end; returns where they begin. */
static char *
put_whole(char *end, uint64_t n)
{
	for (; n >= 100; n /= 100) {
		end -= 2;
		memcpy(end, two_digits + 2 * (n % 100), 2);
	}
	if (n < 10) {
		*--end = (char)('0' + n);
		return end;
	}
	end -= 2;
	memcpy(end, two_digits + 2 * n, 2);
	return end;
}

static int
count_digits(uint64_t n)
{
	int count = 1;

	for (; n >= 10000; n /= 10000)
		count += 4;
	return count + (n >= 10) + (n >= 100) + (n >= 1000);
}

/* Writes n / 10^k, 0 <= k <= 22, without an exponent. */
static size_t
put_fixed(char buf[NUM_MAX], bool negative, uint64_t n, int k)
{
	int count = count_digits(n);
	char *first = buf + negative, *end, *at;

	end = at = first + (count > k ? count : k + 1) + (k > 0);
	buf[0] = '-';
	*end = '\0';
	if (k > 0) {
		for (int i = 0; i < k; i++, n /= 10)
			*--at = (char)('0' + n % 10);
		*--at = '.';
	}
	put_whole(at, n);
	return (size_t)(end - buf);
}

/* Writes n * 10^exp10 as d.ddde±x. */
static size_t
put_exponent(char buf[NUM_MAX], bool negative, uint64_t n, int exp10)
{
	char digits[NUM_MAX], *end = digits + sizeof digits, *at;
	size_t len;

	while (n % 10 == 0) {
		n /= 10;
		exp10++;
	}
	at = put_whole(end, n);
	len = (size_t)(end - at);
	return (size_t)snprintf(buf, NUM_MAX, "%s%c%s%.*se%d",
	    negative ? "-" : "", *at, len > 1 ? "." : "", (int)len - 1, at + 1,
	    exp10 + (int)len - 1);
}

size_t
num_format(char buf[NUM_MAX], double x)
{
	bool negative = x < 0;
	double size = fabs(x);
	uint64_t n;
	int exp10;

	assert(isfinite(x));
	if (size < DECIMAL_FAST_END && size == (double)(uint64_t)size)
		return put_fixed(buf, negative, (uint64_t)size, 0);
	decimal_shortest(size, &n, &exp10);
	if (size >= DECIMAL_FAST_MIN && size < DECIMAL_FAST_END)
		return put_fixed(buf, negative, n, -exp10);
	return put_exponent(buf, negative, n, exp10);
}

/* Writes n < 1000; how many digits it has is no branch. */
static inline size_t
put_small(char buf[NUM_MAX], unsigned n)
{
	const char *low = two_digits + 2 * (n % 100);
	char *to = buf;

	*to = (char)('0' + n / 100);
	to += n > 99;
	*to = low[0];
	to += n > 9;
	*to++ = low[1];
	*to = '\0';
	return (size_t)(to - buf);
}

size_t
num_format_round(char buf[NUM_MAX], double x, int digits)
{
	int len = snprintf(buf, NUM_MAX, "%.*g", digits, x);

	if (strchr(buf, 'e') != NULL && fabs(x) >= 1 && fabs(x) < 1e15)
		len = snprintf(buf, NUM_MAX, "%.0f", x);
	return (size_t)len;
}

void
num_add_round(struct str *s, double x, int digits)
{
	char buf[NUM_MAX];

	str_add(s, buf, num_format_round(buf, x, digits));
}

size_t
num_format_long(char buf[NUM_MAX], long x)
{
	uint64_t size = x < 0 ? -(uint64_t)x : (uint64_t)x;
	unsigned n = (unsigned)size;
	size_t len;

	if (x < 0 || x >= 1000000)
		return put_fixed(buf, x < 0, size, 0);
	if (n < 1000)
		return put_small(buf, n);
	len = put_small(buf, n / 1000);
	buf[len] = (char)('0' + n / 100 % 10);
	memcpy(buf + len + 1, two_digits + 2 * (n % 100), 2);
	buf[len + 3] = '\0';
	return len + 3;
}

/*
 * Writes num / den where the quotient ends within nine places and 15 digits,
 * which num_format() would find too; returns 0 where it does not.
 */
static size_t
format_decimal_ratio(char buf[NUM_MAX], long num, long den)
{
	const long most = 1000000000000000;
	uint32_t scale = 1, divisor = (uint32_t)den;
	long n;
	int k = 0;

	if (den > 1000000000)
		return 0;
	for (; scale % divisor != 0; scale *= 10)
		if (++k > 9)
			return 0;
	if (__builtin_mul_overflow(num, (long)(scale / divisor), &n) ||
	    n >= most || n <= -most || (n != 0 && labs(n) < scale / 100000))
		return 0;
	for (; k > 0 && n % 10 == 0; k--)
		n /= 10;
	return put_fixed(buf, n < 0, (uint64_t)labs(n), k);
}

/* Writes n / 100, n < 100000. */
static inline size_t
put_hundredths(char buf[NUM_MAX], unsigned n)
{
	size_t len = put_small(buf, n / 100);
	const char *places = two_digits + 2 * (n % 100);

	if (n % 100 == 0)
		return len;
	buf[len] = '.';
	buf[len + 1] = places[0];
	buf[len + 2] = places[1];
	len += places[1] == '0' ? 2 : 3;
	buf[len] = '\0';
	return len;
}

size_t
num_format_ratio(char buf[NUM_MAX], long num, long den)
{
	size_t len;

	if (den == 1 && num >= 0 && num < 1000)
		return put_small(buf, (unsigned)num);
	if (den == 100 && num >= 0 && num < 100000)
		return put_hundredths(buf, (unsigned)num);
	len = format_decimal_ratio(buf, num, den);
	return len > 0 ? len : num_format(buf, (double)num / (double)den);
}
