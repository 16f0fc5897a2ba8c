#include "attrib/kind.h"

#include "base/utf8.h"

/* clang-format off */
const unsigned char kinds[256] = {
	[0] = BAD, ['\n'] = CLAUSE,
	['!'] = BANG, ['"'] = QUOTE, ['\''] = APOSTROPHE, ['`'] = APOSTROPHE,
	['('] = CLAUSE,
	[')'] = CLAUSE, [','] = COMMA, ['-'] = HYPHEN, ['.'] = DOT,
	[':'] = CLAUSE, [';'] = CLAUSE, ['?'] = QUESTION, ['['] = CLAUSE,
	[']'] = CLAUSE, ['{'] = CLAUSE, ['}'] = CLAUSE,
	['0'] = LETTER, ['1'] = LETTER, ['2'] = LETTER, ['3'] = LETTER,
	['4'] = LETTER, ['5'] = LETTER, ['6'] = LETTER, ['7'] = LETTER,
	['8'] = LETTER, ['9'] = LETTER,
	['A'] = LETTER, ['B'] = LETTER, ['C'] = LETTER, ['D'] = LETTER,
	['E'] = LETTER, ['F'] = LETTER, ['G'] = LETTER, ['H'] = LETTER,
	['I'] = LETTER, ['J'] = LETTER, ['K'] = LETTER, ['L'] = LETTER,
	['M'] = LETTER, ['N'] = LETTER, ['O'] = LETTER, ['P'] = LETTER,
	['Q'] = LETTER, ['R'] = LETTER, ['S'] = LETTER, ['T'] = LETTER,
	['U'] = LETTER, ['V'] = LETTER, ['W'] = LETTER, ['X'] = LETTER,
	['Y'] = LETTER, ['Z'] = LETTER,
	['a'] = LETTER, ['b'] = LETTER, ['c'] = LETTER, ['d'] = LETTER,
	['e'] = LETTER, ['f'] = LETTER, ['g'] = LETTER, ['h'] = LETTER,
	['i'] = LETTER, ['j'] = LETTER, ['k'] = LETTER, ['l'] = LETTER,
	['m'] = LETTER, ['n'] = LETTER, ['o'] = LETTER, ['p'] = LETTER,
	['q'] = LETTER, ['r'] = LETTER, ['s'] = LETTER, ['t'] = LETTER,
	['u'] = LETTER, ['v'] = LETTER, ['w'] = LETTER, ['x'] = LETTER,
	['y'] = LETTER, ['z'] = LETTER,
};
/* clang-format on */

static enum kind
wide_kind(int32_t c)
{
	if (c < 0)
		return BAD;
	if (c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x2032 ||
	    c == 0x02BC || c == 0xFF07)
		return APOSTROPHE;
	if (c == 0x201C || c == 0x201E || c == 0x00AB)
		return OPEN_QUOTE;
	if (c == 0x201D || c == 0x00BB)
		return CLOSE_QUOTE;
	if ((c >= 0x2012 && c <= 0x2015) || c == 0x2026)
		return CLAUSE;
	if (c == 0x2010 || c == 0x2011)
		return HYPHEN;
	if (c < 0xC0 || c == 0xD7 || c == 0xF7 || c == 0x3000)
		return SPACE;
	if ((c >= 0x2000 && c <= 0x2BFF) || (c >= 0xFE00 && c <= 0xFE0F) ||
	    c >= 0x1F000)
		return SPACE;
	return LETTER;
}

enum kind
kind_at(const char *text, size_t len, size_t at, size_t *used)
{
	unsigned char byte;

	*used = 1;
	if (at >= len)
		return SPACE;
	byte = (unsigned char)text[at];
	if (byte < 0x80)
		return kinds[byte];
	return wide_kind(utf8_next(text + at, len - at, used));
}
