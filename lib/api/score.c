/*
 * reconnect_score(3)
 */
#include "api/api.h"

#include "base/mem.h"
#include "base/str.h"
#include "data/data.h"
#include "quiz/instrument.h"
#include "quiz/scoring.h"
#include "quiz/standing.h"

#include <math.h>
#include <stdlib.h>

_Static_assert(
    (int)RECONNECT_MISSING == (int)ANSWER_MISSING, "one word for no answer");

struct reconnect_instrument {
	struct instrument in;
};

struct reconnect_instrument *
reconnect_instrument_read(const char *text, size_t len, const char *language,
    struct reconnect_fault *fault)
{
	struct reconnect_instrument *in = mem_alloc(1, sizeof *in);
	struct diag err;

	if (instrument_read(&in->in, text, len, language, &err) == 0)
		return in;
	api_fault(fault, &err);
	reconnect_instrument_free(in);
	return NULL;
}

struct reconnect_instrument *
reconnect_instrument_builtin(const char *id, struct reconnect_fault *fault)
{
	const struct data_file *file;
	struct str path = STR_INIT;
	struct diag err;

	str_addf(&path, "instruments/%s.txt", id);
	file = data_find(path.text);
	str_release(&path);
	if (file != NULL)
		return reconnect_instrument_read(
		    file->bytes, file->len, NULL, fault);
	diag_set(&err, 0, "no built-in instrument '%s'", id);
	api_fault(fault, &err);
	return NULL;
}

void
reconnect_instrument_free(struct reconnect_instrument *in)
{
	if (in != NULL)
		instrument_release(&in->in);
	free(in);
}

size_t
reconnect_items(const struct reconnect_instrument *in)
{
	return in->in.nitems;
}

size_t
reconnect_scales(const struct reconnect_instrument *in)
{
	return in->in.nscales;
}

const char *
reconnect_item_id(const struct reconnect_instrument *in, size_t item)
{
	return item < in->in.nitems ? in->in.items[item].id : "";
}

const char *
reconnect_item_text(const struct reconnect_instrument *in, size_t item)
{
	return item < in->in.nitems ? in->in.items[item].text : "";
}

const char *
reconnect_scale_id(const struct reconnect_instrument *in, size_t scale)
{
	return scale < in->in.nscales ? in->in.scales[scale].id : "";
}

int
reconnect_item_allows(
    const struct reconnect_instrument *in, size_t item, int answer)
{
	if (item >= in->in.nitems)
		return 0;
	return answer == ANSWER_MISSING ||
	    item_allows(&in->in.items[item], answer);
}

static int
check_answers(const struct instrument *in, const int *answers, struct diag *err)
{
	for (size_t i = 0; i < in->nitems; i++)
		if (answers[i] != ANSWER_MISSING &&
		    !item_allows(&in->items[i], answers[i]))
			return diag_set(err, 0,
			    "item '%s': answer %d is not allowed",
			    in->items[i].id, answers[i]);
	return 0;
}

static struct person
person_of(const struct reconnect_person *who)
{
	if (who == NULL)
		return (struct person){SEX_ANY, -1};
	return (struct person){who->sex == 'f' ? SEX_FEMALE
		: who->sex == 'm'              ? SEX_MALE
					       : SEX_ANY,
	    who->age};
}

static struct reconnect_score
told(const struct instrument *in, size_t number, const int *answers,
    const struct score *score, const struct person *person)
{
	const struct scale *scale = &in->scales[number];
	struct standing s = standing_of(scale, score, person, NAN);

	return (struct reconnect_score){
	    .answered = score->answered,
	    .missing = score->missing,
	    .value = score->scored ? score->value : NAN,
	    .sem = s.sem,
	    .low = s.low,
	    .high = s.high,
	    .t = s.t,
	    .percentile = s.percentile,
	    .severity = scoring_severity(scale, score).value,
	    .band = s.band,
	    .alert = scoring_alert(in, number, answers, score),
	};
}

int
reconnect_score(const struct reconnect_instrument *in, const int *answers,
    const struct reconnect_person *who, struct reconnect_score *scores,
    struct reconnect_fault *fault)
{
	struct person person = person_of(who);
	struct score *raw;
	struct diag err;

	if (check_answers(&in->in, answers, &err) != 0) {
		api_fault(fault, &err);
		return -1;
	}
	raw = mem_alloc(in->in.nscales, sizeof raw[0]);
	scoring_all(&in->in, answers, raw);
	for (size_t i = 0; i < in->in.nscales; i++) {
		scores[i] = told(&in->in, i, answers, &raw[i], &person);
		/* A crisis answer concerns the person, not one scale. */
		scores[i].alert |= scoring_crisis(&in->in, answers);
	}
	free(raw);
	return 0;
}
