#include "attrib/rule.h"

#include "base/num.h"
#include "base/str.h"

#include <string.h>

const char *const dimension_words[DIM_COUNT + 1] = {"internality", "stability",
    "globality", "control", "valence", "pattern", "theme", "balance", "crisis",
    "cause", "negation", "hedge", "boost", "report", "condition", "contrast",
    "consequence", "presupposed", NULL};

/* The range of a rule's value in each dimension; low > high: it has none. */
static const struct {
	int low, high;
} value_range[DIM_COUNT] = {{1, 7}, {1, 7}, {1, 7}, {1, 7}, {1, 7}, {1, 0},
    {1, 0}, {1, 0}, {1, 0}, {-1, 1}, {0, 8}, {1, 0}, {1, 0}, {-1, 1}, {1, 0},
    {-1, 1}, {1, 0}, {1, 0}};

static const struct {
	const char *word;
	unsigned bit;
} scope_words[] = {{"neg", SCOPE_NEG}, {"question", SCOPE_QUESTION},
    {"if", SCOPE_IF}, {"said", SCOPE_SAID}, {"hedge", SCOPE_HEDGE},
    {"drop", SCOPE_DROP}};

int
rule_take_dimension(
    struct lexicon_rule *rule, const char *word, struct diag *err)
{
	int i;

	for (i = 0; i < DIM_COUNT; i++) {
		if (strcmp(word, dimension_words[i]) == 0) {
			rule->dimension = (enum dimension)i;
			return 0;
		}
	}
	return diag_set(err, rule->line, "unknown dimension '%s'", word);
}

int
rule_take_value(struct lexicon_rule *rule, const char *text, struct diag *err)
{
	int low = value_range[rule->dimension].low;
	int high = value_range[rule->dimension].high;
	const char *wrong = NULL;
	long whole = 0;

	if (rule->dimension == DIM_REPORT && *text == '\0') {
		rule->value = 1;
	} else if (rule->dimension == DIM_CONTRAST && *text == '\0') {
		rule->value = 0;
	} else if (low > high) {
		wrong = *text == '\0' ? NULL : "this dimension has no value";
	} else if (rule->dimension == DIM_CAUSE ||
	    rule->dimension == DIM_REPORT || rule->dimension == DIM_CONTRAST ||
	    rule->dimension == DIM_NEGATION) { /* kinds, and words */
		wrong = num_long(text, strlen(text), low, high, &whole);
		rule->value = (double)whole;
	} else {
		wrong = num_double(text, strlen(text), low, high, &rule->value);
	}
	if (wrong != NULL)
		return diag_set(
		    err, rule->line, "value: %s: '%s'", wrong, text);
	return 0;
}

int
rule_take_weight(struct lexicon_rule *rule, const char *text, struct diag *err)
{
	const char *wrong;

	rule->weight = 1;
	if (*text == '\0')
		return 0;
	wrong = num_double(text, strlen(text), -20, 20, &rule->weight);
	if (wrong != NULL)
		return diag_set(
		    err, rule->line, "weight: %s: '%s'", wrong, text);
	return 0;
}

int
rule_take_scope(struct lexicon_rule *rule, const char *text, struct diag *err)
{
	const char *word;
	size_t len, i, n = sizeof(scope_words) / sizeof(*scope_words);

	while (str_split(&text, ' ', &word, &len)) {
		for (i = 0; i < n; i++)
			if (str_equal(word, len, scope_words[i].word))
				break;
		if (i == n)
			return diag_set(err, rule->line, "unknown scope '%.*s'",
			    (int)len, word);
		rule->scope |= scope_words[i].bit;
	}
	return 0;
}
