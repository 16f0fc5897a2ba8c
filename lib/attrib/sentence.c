#include "attrib/sentence.h"

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool
sentence_next(struct sentences *s, size_t *start, size_t *end)
{
	const struct tokens *t = s->tokens;
	size_t next = s->token + 1, stop;

	if (s->token > 0 && s->token >= t->count)
		return false;
	while (next < t->count && (t->flags[next] & TOKEN_SENTENCE) == 0)
		next++;
	/* The marks that follow the last word belong to its sentence, and to
	 * the last one all that is left, so that no byte is lost. */
	stop = next < t->count ? t->items[next - 1].end : s->len;
	while (next < t->count && stop < t->items[next].start &&
	    !is_blank(s->text[stop]))
		stop++;
	while (stop > s->at && is_blank(s->text[stop - 1]))
		stop--;
	while (s->at < stop && is_blank(s->text[s->at]))
		s->at++;
	*start = s->at;
	*end = stop;
	s->at = stop;
	s->token = next;
	return true;
}
