/*
 * irt - scores from a bank of calibrated items (--irt BANK).
 */
#ifndef ISOLATE_QUIZ_IRT_H
#define ISOLATE_QUIZ_IRT_H

#include "quiz.h"

#include "quiz/adaptive.h"
#include "quiz/bank.h"
#include "quiz/eap.h"

enum irt_method { IRT_EAP, IRT_MAP, IRT_ML };
extern const char *const irt_methods[]; /* by enum irt_method */

/* A bank that is ready to score with. */
struct irt {
	const char *path; /* as messages call it */
	struct str given; /* the name it was asked for by */
	struct str name, text, instrument;
	struct bank bank;
	struct eap *eaps; /* one for each scale of the bank */
	enum irt_method method;
	int8_t *x; /* scratch */
	uint32_t *rows;
};

/* Opens the bank of that name or path.  NULL where there is none (told); one
 * that is malformed ends the process with RC_DATA. */
struct irt *irt_open(const struct settings *set, const char *name);
void irt_free(struct irt *irt); /* NULL is allowed */

/* How an adaptive sitting goes; options for it that do not go together are a
 * usage error. */
void irt_check_rule(const struct settings *set);
struct adaptive_rule irt_rule(const struct settings *set);
extern const char *const irt_selects[]; /* by enum adaptive_select */

/* The bank, read for that instrument as below (NULL: for the one before). */
const struct bank *irt_bank(struct irt *irt, const struct instrument *in);

/* Reads it so; false with *err where it does not fit. */
bool irt_fits(struct irt *irt, const struct instrument *in, struct diag *err);

/* What the bank makes of answers to its instrument; any other, and another
 * version of it, ends the process with RC_DATA. */
struct irt_score {
	bool scored; /* false: no answer, or no maximum */
	size_t answered, missing;
	struct grm_estimate at;
	double severity; /* from the mean score at theta; NaN: no direction */
	bool alert;      /* the score to be expected asks for help first */
};

/* False where the bank does not have the scale.  Items that were not asked are
 * not missing. */
bool irt_score(struct irt *irt, const struct sitting_scores *sitting,
    size_t scale, struct irt_score *out);

/* The same from answers alone, theta only; NaN where there is none. */
struct grm_estimate irt_theta(struct irt *irt, const struct instrument *in,
    size_t scale, const int *answers);

/* T = 50 + 10 theta: theta is standard normal. */
double irt_t(double theta);

/* Writes, in place of scores, how they are spread and how well they are known,
 * one row a scale; frees the bank. */
int thetas_run(
    const struct settings *set, struct irt *irt, int n, char *const operands[]);

#endif
