#include "attrib/sense.h"

#include <string.h>

struct senses
senses_of(const char *text, size_t len)
{
	const char *body = memmem(text, len, "\n\n", 2);

	if (body == NULL)
		return (struct senses){.len = 0};
	return (struct senses){body + 2, len - (size_t)(body + 2 - text)};
}

/* How a word stands to the one that a line begins with. */
static int
compare(const char *word, size_t len, const char *line, size_t line_len)
{
	const char *blank = memchr(line, ' ', line_len);
	size_t n = blank == NULL ? line_len : (size_t)(blank - line);
	int order = memcmp(word, line, n < len ? n : len);

	return order != 0 ? order : (len > n) - (len < n);
}

/* The numbers of a word, or NULL. */
static const char *
find(const struct senses *s, const char *word, size_t len)
{
	size_t low = 0, high = s->len;

	while (low < high) {
		size_t begin = low + (high - low) / 2, end;
		const char *lf;
		int order;

		while (begin > low && s->text[begin - 1] != '\n')
			begin--;
		lf = memchr(s->text + begin, '\n', high - begin);
		end = lf == NULL ? high : (size_t)(lf - s->text);
		order = compare(word, len, s->text + begin, end - begin);
		if (order == 0)
			return end - begin == len + 1 + SENSE_DIMENSIONS
			    ? s->text + begin + len + 1
			    : NULL;
		if (order < 0)
			high = begin;
		else
			low = lf == NULL ? high : end + 1;
	}
	return NULL;
}

const char *
senses_find(const struct senses *s, const char *word, size_t len)
{
	const char *numbers = find(s, word, len), *mark;

	if (numbers != NULL || (mark = memchr(word, '\'', len)) == NULL)
		return numbers;
	return find(s, word, (size_t)(mark - word));
}

void
senses_add(const char *numbers, double weight, double sums[SENSE_DIMENSIONS])
{
	for (size_t i = 0; i < SENSE_DIMENSIONS; i++)
		sums[i] += weight * (numbers[i] - SENSE_MIDDLE);
}
