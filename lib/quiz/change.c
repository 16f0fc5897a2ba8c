#include "quiz/change.h"

#include <math.h>

struct change_error
change_error(enum change_method method, double sd_pre, double sd_post,
    double reliability)
{
	double other = method == CHANGE_MAASSEN ? sd_post : sd_pre;
	struct change_error e = {NAN, NAN, NAN};

	if (isnan(sd_pre) || isnan(other) || (sd_pre == 0 && other == 0))
		return e;
	e.sem = sd_pre * sqrt(1 - reliability);
	e.s_diff = method == CHANGE_MAASSEN
	    ? sqrt((sd_pre * sd_pre + other * other) * (1 - reliability))
	    : sqrt(2 * e.sem * e.sem);
	e.least = CHANGE_Z * e.s_diff;
	return e;
}

double
change_index(double pre, double post, double s_diff)
{
	return post == pre ? 0 : (post - pre) / s_diff;
}

enum change_verdict
change_verdict(double index, enum direction direction)
{
	if (isnan(index))
		return CHANGE_UNKNOWN;
	if (fabs(index) <= CHANGE_Z)
		return CHANGE_NONE;
	if (direction == DIRECTION_NONE)
		return index > 0 ? CHANGE_HIGHER : CHANGE_LOWER;
	return (index > 0) == (direction == DIRECTION_UP) ? CHANGE_WORSE
							  : CHANGE_IMPROVED;
}

struct cutoffs
change_cutoffs(double mean_pre, double sd_pre, double mean_norm, double sd_norm,
    enum direction direction)
{
	double better = direction == DIRECTION_UP ? -2 : 2;

	if (direction == DIRECTION_NONE)
		return (struct cutoffs){NAN, NAN, NAN};
	return (struct cutoffs){
	    .a = mean_pre + better * sd_pre,
	    .b = mean_norm - better * sd_norm,
	    .c = (sd_norm * mean_pre + sd_pre * mean_norm) / (sd_norm + sd_pre),
	};
}

bool
change_crosses(double cutoff, double pre, double post, enum direction direction)
{
	if (direction == DIRECTION_UP)
		return pre >= cutoff && post < cutoff;
	return direction == DIRECTION_DOWN && pre <= cutoff && post > cutoff;
}
