#include "pairs.h"

#include "base/date.h"
#include "base/mem.h"
#include "base/msg.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct held {
	char *respondent, *time, *group;
	int64_t us;     /* of time; INT64_MIN: none */
	size_t seen;    /* the how-manieth */
	double *scores; /* of each scale; NaN: not scored */
};

void
sittings_init(struct sittings *s, const struct instrument *in)
{
	*s = (struct sittings){.in = in};
}

static void
release_held(struct held *h)
{
	free(h->respondent);
	free(h->time);
	free(h->group);
	free(h->scores);
}

void
sittings_release(struct sittings *s)
{
	for (size_t i = 0; i < s->count; i++)
		release_held(&s->list[i]);
	free(s->list);
	*s = (struct sittings){0};
}

bool
sittings_add(struct sittings *s, const struct sitting_scores *sitting)
{
	size_t n = s->in->nscales, len = strlen(sitting->time);
	struct moment at = {.us = INT64_MIN};
	struct score *scored;
	struct held *h;

	if (len > 0 && !moment_parse(sitting->time, len, 0, &at))
		return false;
	scored = mem_alloc(n, sizeof(*scored));
	s->list = mem_grow(s->list, &s->cap, s->count + 1, sizeof(*s->list));
	h = &s->list[s->count];
	*h = (struct held){
	    .respondent = mem_strdup(sitting->respondent),
	    .time = mem_strdup(sitting->time),
	    .group = mem_strdup(sitting->group),
	    .us = at.us,
	    .seen = s->count++,
	    .scores = mem_alloc(n, sizeof(*h->scores)),
	};
	sitting_sums(sitting, scored);
	for (size_t i = 0; i < n; i++)
		h->scores[i] = scored[i].value;
	free(scored);
	return true;
}

static int
compare(const void *a, const void *b)
{
	const struct held *x = a, *y = b;
	int names = strcmp(x->respondent, y->respondent);

	if (names != 0)
		return names;
	if (x->us != y->us)
		return x->us < y->us ? -1 : 1;
	return x->seen < y->seen ? -1 : 1;
}

static bool
is_again(const struct held *last, const struct held *h)
{
	return h->us != INT64_MIN && h->us == last->us &&
	    strcmp(h->respondent, last->respondent) == 0;
}

size_t
sittings_sort(struct sittings *s)
{
	size_t kept = 0, left_out = 0;

	qsort(s->list, s->count, sizeof(*s->list), compare);
	for (size_t i = 0; i < s->count; i++) {
		struct held *h = &s->list[i];

		if (kept > 0 && is_again(&s->list[kept - 1], h)) {
			msg_warn("respondent '%s': two sittings at '%s': the "
				 "later row is left out",
			    h->respondent, h->time);
			release_held(h);
			left_out++;
		} else {
			s->list[kept++] = *h;
		}
	}
	s->count = kept;
	return left_out;
}

static void
add_pair(struct pairs *p, const struct held *pre, const struct held *post,
    size_t scale)
{
	p->list = mem_grow(p->list, &p->cap, p->count + 1, sizeof(*p->list));
	p->list[p->count++] = (struct pair){
	    .respondent = pre->respondent,
	    .group = pre->group,
	    .time_pre = pre->time,
	    .time_post = post->time,
	    .pre = pre->scores[scale],
	    .post = post->scores[scale],
	};
}

void
pairs_init(struct pairs *p, const struct sittings *s, size_t scale)
{
	const struct held *first = NULL, *last = NULL, *h;

	*p = (struct pairs){0};
	for (size_t i = 0; i <= s->count; i++) {
		h = i < s->count ? &s->list[i] : NULL;
		if (first != NULL &&
		    (h == NULL ||
			strcmp(h->respondent, first->respondent) != 0)) {
			if (last != first)
				add_pair(p, first, last, scale);
			first = NULL;
		}
		if (h == NULL || isnan(h->scores[scale]))
			continue;
		if (first == NULL)
			first = h;
		last = h;
	}
}

void
pairs_release(struct pairs *p)
{
	free(p->list);
	*p = (struct pairs){0};
}
