#include "judge.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const change_methods[] = {"jacobson-truax", "maassen", NULL};

static const char *const verdicts[] = {
    [CHANGE_UNKNOWN] = "",
    [CHANGE_NONE] = "unchanged",
    [CHANGE_IMPROVED] = "improved",
    [CHANGE_WORSE] = "worse",
    [CHANGE_HIGHER] = "higher",
    [CHANGE_LOWER] = "lower",
};
enum { VERDICTS = CHANGE_LOWER + 1 };

const char *const judge_person_columns[] = {"respondent", "group", "instrument",
    "scale", "time_pre", "time_post", "pre", "post", "change", "method",
    "reliability", "s_diff", "rci", "verdict", "crossed", NULL};

const char *const judge_group_columns[] = {"instrument", "scale", "group",
    "method", "reliability", "sd_pre", "sem", "s_diff", "least_change",
    "cutoff_a", "cutoff_b", "cutoff_c", "people", "improved", "unchanged",
    "worse", "higher", "lower", "crossed_a", "crossed_b", "crossed_c", NULL};

struct spread {
	double n, mean, sd;
};

/* In two passes: the numbers are all there. */
static struct spread
spread_of(const struct pairs *p, bool post)
{
	struct spread s = {0, 0, 0};
	double d;

	for (size_t i = 0; i < p->count; i++)
		s.mean += post ? p->list[i].post : p->list[i].pre;
	s.n = (double)p->count;
	s.mean /= s.n;
	for (size_t i = 0; i < p->count; i++) {
		d = (post ? p->list[i].post : p->list[i].pre) - s.mean;
		s.sd += d * d;
	}
	s.sd = s.n > 1 ? sqrt(s.sd / (s.n - 1)) : (double)NAN;
	return s;
}

/* The norm of the whole sample, if there is one. */
static const struct norm *
whole_norm(const struct scale *scale)
{
	const struct score score = {.scored = true, .value = scale->min};
	const struct person anyone = {SEX_ANY, -1};
	const struct norm *norm = standing_of(scale, &score, &anyone, NAN).norm;

	return norm != NULL && norm->sex == SEX_ANY ? norm : NULL;
}

void
judge_init(struct judge *j, const struct settings *set,
    const struct instrument *in, const struct scale *scale,
    const struct pairs *p)
{
	struct spread pre = spread_of(p, false), post = spread_of(p, true);
	const struct norm *norm = whole_norm(scale);

	*j = (struct judge){.set = set, .in = in, .scale = scale};
	j->sd_pre = isnan(set->sd) ? pre.sd : set->sd;
	j->error = change_error((enum change_method)set->method, j->sd_pre,
	    post.sd, set->reliability);
	j->cutoffs = change_cutoffs(pre.mean, pre.sd,
	    norm == NULL ? (double)NAN : norm->mean,
	    norm == NULL ? (double)NAN : norm->sd, scale->direction);
}

/* Which cut-offs were crossed: bit 0 for a, 1 for b, 2 for c. */
static unsigned
crossed(const struct judge *j, const struct pair *pair)
{
	const double at[] = {j->cutoffs.a, j->cutoffs.b, j->cutoffs.c};
	unsigned bits = 0;

	for (unsigned i = 0; i < 3; i++)
		if (change_crosses(
			at[i], pair->pre, pair->post, j->scale->direction))
			bits |= 1u << i;
	return bits;
}

static enum change_verdict
verdict_of(const struct judge *j, const struct pair *pair)
{
	return change_verdict(
	    change_index(pair->pre, pair->post, j->error.s_diff),
	    j->scale->direction);
}

static void
write_pair(const struct judge *j, const struct pair *pair, struct csvout *out)
{
	static const char *const sets[] = {
	    "", "a", "b", "a;b", "c", "a;c", "b;c", "a;b;c"};

	csvout_str(out, pair->respondent);
	csvout_str(out, pair->group);
	csvout_str(out, j->in->id);
	csvout_str(out, j->scale->id);
	csvout_str(out, pair->time_pre);
	csvout_str(out, pair->time_post);
	csvout_num(out, pair->pre);
	csvout_num(out, pair->post);
	csvout_num(out, pair->post - pair->pre);
	csvout_str(out, change_methods[j->set->method]);
	csvout_num(out, j->set->reliability);
	csvout_num(out, j->error.s_diff);
	csvout_num(out, change_index(pair->pre, pair->post, j->error.s_diff));
	csvout_str(out, verdicts[verdict_of(j, pair)]);
	csvout_str(out, sets[crossed(j, pair)]);
	csvout_end(out);
}

struct tally {
	long people, verdicts[VERDICTS], crossed[3];
};

static void
write_tally(const struct judge *j, const char *group, const struct tally *t,
    struct csvout *out)
{
	csvout_str(out, j->in->id);
	csvout_str(out, j->scale->id);
	csvout_str(out, group);
	csvout_str(out, change_methods[j->set->method]);
	csvout_num(out, j->set->reliability);
	csvout_num(out, j->sd_pre);
	csvout_num(out, j->error.sem);
	csvout_num(out, j->error.s_diff);
	csvout_num(out, j->error.least);
	csvout_num(out, j->cutoffs.a);
	csvout_num(out, j->cutoffs.b);
	csvout_num(out, j->cutoffs.c);
	csvout_long(out, t->people);
	csvout_long(out, t->verdicts[CHANGE_IMPROVED]);
	csvout_long(out, t->verdicts[CHANGE_NONE]);
	csvout_long(out, t->verdicts[CHANGE_WORSE]);
	csvout_long(out, t->verdicts[CHANGE_HIGHER]);
	csvout_long(out, t->verdicts[CHANGE_LOWER]);
	for (size_t i = 0; i < 3; i++)
		csvout_long(out, t->crossed[i]);
	csvout_end(out);
}

static int
by_group(const void *a, const void *b)
{
	return strcmp(
	    ((const struct pair *)a)->group, ((const struct pair *)b)->group);
}

void
judge_write_groups(const struct judge *j, struct pairs *p, struct csvout *out)
{
	struct tally t;
	unsigned bits;

	qsort(p->list, p->count, sizeof(*p->list), by_group);
	for (size_t i = 0, next; i < p->count; i = next) {
		t = (struct tally){0};
		for (next = i; next < p->count &&
		     by_group(&p->list[i], &p->list[next]) == 0;
		     next++) {
			t.people++;
			t.verdicts[verdict_of(j, &p->list[next])]++;
			bits = crossed(j, &p->list[next]);
			for (size_t c = 0; c < 3; c++)
				t.crossed[c] += bits >> c & 1;
		}
		write_tally(j, p->list[i].group, &t, out);
	}
}

void
judge_write_people(
    const struct judge *j, const struct pairs *p, struct csvout *out)
{
	for (size_t i = 0; i < p->count; i++)
		write_pair(j, &p->list[i], out);
}
