#include "pick.h"

#include "base/mem.h"
#include "base/msg.h"

#include <stdlib.h>
#include <string.h>

/* The ladder of the family that is still being climbed, or NULL.  One that
 * holds no rungs, laid for rest, is in nobody's way. */
static const struct state_ladder *
standing(const struct state *s, const char *family)
{
	for (size_t i = 0; i < s->ladder_count; i++) {
		const struct state_ladder *l = &s->ladders[i];

		if (l->removed || strcmp(l->family, family) != 0)
			continue;
		for (size_t k = 0; k < l->count; k++) {
			const struct state_step *step =
			    &s->steps[s->order[l->first + k]];

			if (ladder_is_rung(step->mode) && !step->passed &&
			    !step->removed)
				return l;
		}
	}
	return NULL;
}

/* The family that was asked for. */
static void
choose_named(const struct families *f, const struct state *s,
    const char *family, const struct intake_person *p, struct choice *c)
{
	size_t i = families_need(f, family);
	const struct ladder *l = &f->all[i];
	const struct state_ladder *there = standing(s, l->id);

	if (there != NULL)
		msg_die(
		    RC_NO, "'%s' has a ladder already: '%s'", l->id, there->id);
	if (choose_rank(p, l, 1, c) == 0)
		*c = (struct choice){.concept = l->concepts[0].id};
	c->family = i;
}

/* The family that fits best and has no ladder yet; false if there is none. */
static bool
choose(const struct families *f, const struct state *s,
    const struct intake_person *p, struct choice *c)
{
	struct choice *ranks = mem_alloc(f->count, sizeof *ranks);
	size_t n, i;

	n = choose_rank(p, f->all, f->count, ranks);
	for (i = 0; i < n; i++)
		if (standing(s, f->all[ranks[i].family].id) == NULL)
			break;
	if (i < n)
		*c = ranks[i];
	free(ranks);
	return i < n;
}

bool
pick(const struct families *f, const struct state *s, const char *family,
    const struct intake_person *p, struct choice *c)
{
	if (family == NULL)
		return choose(f, s, p, c);
	choose_named(f, s, family, p, c);
	return true;
}
