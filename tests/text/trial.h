/*
 * trial - rules fitted to some labelled statements and tried on others.
 */
#ifndef TEXT_TRIAL_H
#define TEXT_TRIAL_H

#include "corpus.h"
#include "model.h"
#include "target.h"

#include "attrib/lexicon.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether a rule is of a group. */
typedef bool rule_filter(
    const struct lexicon *lex, const struct lexicon_rule *rule);

/* How a fit goes about it. */
struct trial {
	const struct target *target;
	const struct lexicon *lex;
	/* Only rules of this group take part, or only others; NULL: all do. */
	rule_filter *group;
	bool without;
	/* Begin with every way of thinking for every rule, and choose as the
	 * fit does: otherwise those that stand in the lexicon are fitted, which
	 * were chosen with all statements in view. */
	bool choose;
};

/* How predictions and labels of one set meet. */
struct confusion {
	double count[CLASSES_MAX][CLASSES_MAX]; /* [label][told] */
	double rows, silent;
};

/* All statements of a target, each set with the weight it is given. */
void trial_read(struct corpus *c, const struct target *t, const char *folder,
    struct attrib *reader, const struct lexicon *lex);

/*
 * Fits to the examples whose fold is not leave_out (-1: to all) and whose set
 * has its bit in sets.  Of what may be chosen, a rule keeps what is loud
 * enough, rests on enough statements, and points the same way in two sets,
 * where two have labels for it.  The caller releases the model.
 */
struct model trial_fit(const struct trial *t, const struct corpus *c,
    int leave_out, unsigned sets);

/* Five folds; tables[SETS_MAX] is added to. */
void trial_folds(
    const struct trial *t, const struct corpus *c, struct confusion *tables);

/* Adds what the model tells of the examples of a set, or of one fold of it. */
void trial_try(const struct model *m, const struct corpus *c, int fold,
    unsigned sets, struct confusion *tables);

/* Of one label, NaN where the set does not have it; the mean of those it has.
 */
double confusion_f1(const struct confusion *c, size_t classes, size_t k);
double confusion_macro_f1(const struct confusion *c, size_t classes);

/* Any or none, macro-F1: of a set of which all are, and one of which none. */
double confusion_any(const struct confusion *all, const struct confusion *none);

/* Part of the rows of which something is told, and nothing is known. */
double confusion_told(const struct confusion *c, size_t classes);

#endif
