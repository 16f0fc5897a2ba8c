/*
 * rule - the cells of a row of a lexicon that say what its words mean.
 */
#ifndef ATTRIB_RULE_H
#define ATTRIB_RULE_H

#include "attrib/lexicon.h"
#include "base/diag.h"

/* Fill the rule, whose line messages name, from a cell.  Each returns 0, or -1
 * with *err set.  The value is read in the light of the dimension. */
int rule_take_dimension(
    struct lexicon_rule *rule, const char *word, struct diag *err);
int rule_take_value(
    struct lexicon_rule *rule, const char *text, struct diag *err);
int rule_take_weight(
    struct lexicon_rule *rule, const char *text, struct diag *err);
int rule_take_scope(
    struct lexicon_rule *rule, const char *text, struct diag *err);

#endif
