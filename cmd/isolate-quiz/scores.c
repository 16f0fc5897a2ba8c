/* The scores stream, and the choice of its most severe rows. */
#include "irt.h"
#include "quiz.h"

#include "base/mem.h"
#include "cli/helpline.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct top_row {
	double severity;
	size_t seen; /* the earlier row comes first among equals */
	char *line;
};

static const char *const columns[] = {"respondent", "time", "instrument",
    "scale", "concept", "answered", "missing", "score", "sem", "low", "high",
    "t", "percentile", "severity", "band", "flag", NULL};

void
scores_init(struct scores *s, const struct settings *set, FILE *fp)
{
	*s = (struct scores){.set = set,
	    .carried.has = {
		set->sex != NULL, set->age != NULL, set->group != NULL}};
	csvout_init(&s->out, fp);
	s->out.headless = set->part.number > 1;
	s->room = mem_alloc(INSTRUMENT_SCALES_MAX, sizeof(*s->room));
	s->top = mem_alloc((size_t)set->top + 1, sizeof(*s->top));
}

static void
begin(struct scores *s)
{
	if (s->begun)
		return;
	s->begun = true;
	for (size_t i = 0; columns[i] != NULL; i++)
		csvout_str(&s->out, columns[i]);
	carried_put(&s->carried, &s->out, carried_names);
	csvout_end(&s->out);
}

void
scores_begin_file(struct scores *s, const char *path, const struct table *t)
{
	carried_meet(&s->carried, path, t);
	begin(s);
}

void
scores_flags(struct csvout *out, bool crisis, bool distress, bool out_of_range)
{
	char flags[64] = "";

	if (crisis)
		strcat(flags, ";crisis");
	if (distress)
		strcat(flags, ";distress");
	if (out_of_range)
		strcat(flags, ";out-of-range");
	csvout_str(out, flags[0] == '\0' ? "" : flags + 1);
}

void
scores_value(struct csvout *out, const struct score *score)
{
	if (score->den != 0)
		csvout_ratio(out, score->num, score->den);
	else
		csvout_num(out, score->value);
}

static void
write_severity(struct csvout *out, struct severity severity)
{
	if (severity.den != 0)
		csvout_ratio(out, severity.num, severity.den);
	else
		csvout_num(out, severity.value);
}

static void
write_subject(struct csvout *out, const struct sitting_scores *sitting,
    const struct scale *scale)
{
	csvout_str(out, sitting->respondent);
	csvout_str(out, sitting->time);
	csvout_str(out, sitting->in->id);
	csvout_str(out, scale->id);
	csvout_str(out, scale->concept);
}

/* False where the bank does not have the scale. */
static bool
write_irt_cells(struct scores *s, const struct sitting_scores *sitting,
    size_t scale, struct irt_score *score)
{
	double theta, se;

	if (!irt_score(sitting->irt, sitting, scale, score))
		return false;
	theta = score->at.theta;
	se = score->at.se;
	write_subject(&s->out, sitting, &sitting->in->scales[scale]);
	csvout_long(&s->out, (long)score->answered);
	csvout_long(&s->out, (long)score->missing);
	csvout_num(&s->out, theta);
	csvout_num(&s->out, se);
	csvout_num(&s->out, theta - 1.96 * se);
	csvout_num(&s->out, theta + 1.96 * se);
	csvout_num(&s->out, irt_t(theta));
	csvout_empty(&s->out);
	csvout_num(&s->out, score->severity);
	csvout_empty(&s->out);
	return true;
}

static void
write_cells(struct scores *s, const struct sitting_scores *sitting,
    const struct scale *scale, const struct score *score)
{
	struct standing st =
	    standing_of(scale, score, &sitting->person, s->set->reliability);

	write_subject(&s->out, sitting, scale);
	csvout_long(&s->out, (long)score->answered);
	csvout_long(&s->out, (long)score->missing);
	scores_value(&s->out, score);
	csvout_num(&s->out, st.sem);
	csvout_num(&s->out, st.low);
	csvout_num(&s->out, st.high);
	csvout_num(&s->out, st.t);
	csvout_num(&s->out, st.percentile);
	write_severity(&s->out, scoring_severity(scale, score));
	csvout_str(&s->out, st.band == NULL ? "" : st.band);
}

/* More severe first, then the earlier one. */
static bool
before(const struct top_row *a, const struct top_row *b)
{
	if (a->severity != b->severity)
		return a->severity > b->severity;
	return a->seen < b->seen;
}

/* Keeps the record if it is among the most severe so far; top stays sorted. */
static void
keep(struct scores *s, double severity)
{
	struct top_row row = {severity, s->seen++, NULL};
	size_t at = s->ntop;

	if (!isnan(severity)) {
		while (at > 0 && before(&row, &s->top[at - 1]))
			at--;
		if (at < (size_t)s->set->top) {
			row.line =
			    mem_strndup(s->out.line.text, s->out.line.len);
			memmove(s->top + at + 1, s->top + at,
			    (s->ntop - at) * sizeof(*s->top));
			s->top[at] = row;
			s->ntop++;
		}
		if (s->ntop > (size_t)s->set->top)
			free(s->top[--s->ntop].line);
	}
	csvout_drop(&s->out);
}

void
scores_write(struct scores *s, const struct sitting_scores *sitting)
{
	const struct instrument *in = sitting->in;
	bool crisis = scoring_crisis(in, sitting->answers);
	const char *const carried[] = {
	    sitting->sex, sitting->age, sitting->group};

	begin(s);
	if (sitting_needs_help(sitting))
		helpline_offer();
	sitting_sums(sitting, s->room);
	for (size_t i = 0; i < in->nscales; i++) {
		const struct scale *scale = &in->scales[i];
		double severity = scoring_severity(scale, &s->room[i]).value;
		struct irt_score theta = {0};
		bool alert =
		    scoring_alert(in, i, sitting->answers, &s->room[i]);

		if (sitting->irt == NULL)
			write_cells(s, sitting, scale, &s->room[i]);
		else if (write_irt_cells(s, sitting, i, &theta))
			severity = theta.severity;
		else
			continue;
		scores_flags(&s->out, crisis, alert || theta.alert,
		    sitting->out_of_range > 0);
		carried_put(&s->carried, &s->out, carried);
		if (s->set->top > 0)
			keep(s, severity);
		else
			csvout_end(&s->out);
	}
}

void
scores_finish(struct scores *s)
{
	begin(s);
	for (size_t i = 0; i < s->ntop; i++) {
		str_adds(&s->out.line, s->top[i].line);
		csvout_end(&s->out);
		free(s->top[i].line);
	}
	free(s->top);
	free(s->room);
	csvout_release(&s->out);
}
