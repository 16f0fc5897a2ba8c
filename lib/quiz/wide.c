#include "quiz/wide.h"

#include <stdbool.h>

void
wide_format(struct str *s, wide x)
{
	char digits[40], *at = digits + sizeof(digits);
	bool negative = x < 0;
	int digit;

	do {
		digit = (int)(x % 10);
		*--at = (char)('0' + (negative ? -digit : digit));
	} while ((x /= 10) != 0);
	if (negative)
		*--at = '-';
	str_add(s, at, (size_t)(digits + sizeof(digits) - at));
}

/* Sums of few people are short: most need no arithmetic of 128 bits. */
static bool
parse_short(const char *digits, size_t len, bool negative, wide *out)
{
	long value = 0;

	if (len > 18)
		return false;
	for (size_t i = 0; i < len; i++) {
		unsigned digit = (unsigned)(digits[i] - '0');

		if (digit > 9)
			return false;
		value = value * 10 + (long)digit;
	}
	*out = negative ? -value : value;
	return true;
}

int
wide_parse(const char *text, size_t len, wide *out)
{
	bool negative = len > 0 && text[0] == '-';
	wide value = 0;

	if (len == (size_t)negative)
		return -1;
	if (parse_short(text + negative, len - negative, negative, out))
		return 0;
	for (size_t i = negative; i < len; i++) {
		int digit = text[i] - '0';

		if (digit < 0 || digit > 9 ||
		    __builtin_mul_overflow(value, (wide)10, &value) ||
		    __builtin_add_overflow(
			value, (wide)(negative ? -digit : digit), &value))
			return -1;
	}
	*out = value;
	return 0;
}

double
wide_cross(wide n, wide sxy, wide sx, wide sy)
{
	wide a, b, c;

	if (!__builtin_mul_overflow(n, sxy, &a) &&
	    !__builtin_mul_overflow(sx, sy, &b) &&
	    !__builtin_sub_overflow(a, b, &c))
		return (double)c;
	return (double)n * ((double)sxy - (double)sx / (double)n * (double)sy);
}
