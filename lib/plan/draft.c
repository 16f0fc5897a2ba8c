#include "plan/draft.h"

#include <stdio.h>

static void
draft_step(struct draft *d, const char *id, const struct ladder *l,
    const struct lay_step *at, const char *concept)
{
	const struct ladder_step *s = &l->steps[at->step];
	struct journal_record *r = &d->records[d->count++];

	journal_blank(r, JOURNAL_STEP);
	r->id = id;
	r->family = l->id;
	r->step = s->number;
	r->concept = concept;
	r->text = s->text;
	r->suds = s->suds;
	r->setting = ladder_setting_words[s->setting];
	r->has_due = true;
	r->due = at->day;
	r->mode = ladder_mode_words[s->mode];
	r->minutes = s->minutes;
	r->repeat = s->repeat;
	r->cue = s->cue;
	r->prediction = s->prediction;
	r->how = s->how;
	r->precaution = s->precaution;
}

void
draft_ladder(struct draft *d, const char *id, const struct ladder *l,
    const struct lay *lay, const struct schedule *when, const char *concept,
    bool rest)
{
	struct journal_record *r;

	str_init(&d->plan);
	schedule_format(&d->plan, when);
	if (rest)
		journal_blank(&d->records[d->count++], JOURNAL_REST);
	r = &d->records[d->count++];
	journal_blank(r, JOURNAL_LADDER);
	r->id = id;
	r->family = l->id;
	r->concept = concept;
	r->text = l->title;
	r->plan = d->plan.text;
	for (size_t i = 0; i < lay->count; i++) {
		snprintf(d->ids[i], DRAFT_ID_MAX, "%s.%d", id,
		    l->steps[lay->steps[i].step].number);
		draft_step(d, d->ids[i], l, &lay->steps[i], concept);
	}
}

void
draft_release(struct draft *d)
{
	str_release(&d->plan);
}
