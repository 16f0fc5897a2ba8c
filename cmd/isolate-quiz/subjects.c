/* The answers of everyone to each scale, kept until they can be fitted. */
#include "calibrating.h"

#include "base/mem.h"
#include "base/msg.h"

#include <stdlib.h>
#include <string.h>

static void
subject_init(struct subject *s)
{
	size_t n = s->dimension.nitems;

	s->names = mem_alloc(n, sizeof(*s->names));
	s->categories = mem_alloc(n, sizeof(*s->categories));
	for (size_t i = 0; i < n; i++)
		s->names[i] = s->dimension.items[i].id;
}

void
subjects_find(struct calibrating *c, const struct instrument *in)
{
	struct subject *s;
	struct diag why;

	c->subjects = mem_zalloc(in->nscales, sizeof(*c->subjects));
	for (size_t i = 0; i < in->nscales; i++) {
		if (!scale_is_asked(c->set, in->scales[i].id))
			continue;
		s = &c->subjects[c->count];
		if (dimension_init(&s->dimension, in, &in->scales[i], &why) ==
		    0) {
			subject_init(s);
			c->count++;
			continue;
		}
		msg_note("scale '%s' is passed over: %s", in->scales[i].id,
		    why.text);
		dimension_release(&s->dimension);
	}
}

void
subjects_release(struct calibrating *c)
{
	for (size_t i = 0; i < c->count; i++) {
		struct subject *s = &c->subjects[i];

		dimension_release(&s->dimension);
		free(s->names);
		free(s->categories);
		free(s->x);
	}
	free(c->subjects);
}

void
subject_add(struct subject *s, const int *answers)
{
	size_t n = s->dimension.nitems;

	s->x = mem_grow(s->x, &s->cap, (s->people + 1) * n, 1);
	dimension_steps(&s->dimension, answers, s->x + s->people++ * n);
}

void
subject_used(const struct subject *s, size_t first, size_t n, bool *used)
{
	size_t nitems = s->dimension.nitems;

	for (size_t i = first * nitems; i < (first + n) * nitems; i++)
		if (s->x[i] != GRM_MISSING)
			used[i % nitems * GRM_CATEGORIES_MAX +
			    (size_t)s->x[i]] = true;
}

/* Puts steps that nobody took with the ones below. */
static void
collapse(struct dimension_item *item, const bool *used)
{
	int before = item->categories;

	dimension_use(item, used);
	if (item->categories >= 2 && item->categories < before)
		msg_note("item '%s': %d categories, %d of them used", item->id,
		    before, item->categories);
	if (item->categories < 2)
		dimension_use(item, item->can);
}

void
subject_settle(struct subject *s, const bool *used)
{
	size_t n = s->dimension.nitems;

	for (size_t i = 0; i < n; i++) {
		if (used != NULL)
			collapse(&s->dimension.items[i],
			    used + i * GRM_CATEGORIES_MAX);
		s->categories[i] = s->dimension.items[i].categories;
	}
	for (size_t i = 0; i < s->people * n; i++)
		s->x[i] =
		    dimension_category(&s->dimension.items[i % n], s->x[i]);
}
