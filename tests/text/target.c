#include "target.h"

#include <string.h>
#include <strings.h>

/* A number for each row of a table: which label of target it carries. */
static int
norbury_locus(const char *(*cell)(void *, const char *), void *row)
{
	return strcmp(cell(row, "locus"), "internal") == 0;
}

static int
norbury_globality(const char *(*cell)(void *, const char *), void *row)
{
	return strcmp(cell(row, "globality"), "global") == 0;
}

static int
isear_locus(const char *(*cell)(void *, const char *), void *row)
{
	return strcmp(cell(row, "locus"), "internal") == 0;
}

static int
enisear_responsibility(const char *(*cell)(void *, const char *), void *row)
{
	return *cell(row, "Responsibility") == '1';
}

static int
enisear_control(const char *(*cell)(void *, const char *), void *row)
{
	return *cell(row, "Control") == '1';
}

static int
happy_agency(const char *(*cell)(void *, const char *), void *row)
{
	return strcmp(cell(row, "agency"), "yes") == 0;
}

static int
isear_valence(const char *(*cell)(void *, const char *), void *row)
{
	return strcasecmp(cell(row, "emotion"), "joy") == 0;
}

static int
happy_valence(const char *(*cell)(void *, const char *), void *row)
{
	(void)cell;
	(void)row;
	return 1;
}

/* The ways of thinking the sets label, as the glossary calls them. */
static const struct {
	const char *label, *concept;
} patterns[] = {{"", ""}, {"all-or-nothing thinking", "all-or-nothing"},
    {"catastrophizing", "catastrophising"},
    {"magnification", "catastrophising"},
    {"discounting the positive", "discounting-the-positive"},
    {"emotional reasoning", "emotional-reasoning"},
    {"fortune telling", "fortune-telling"},
    {"fortune-telling", "fortune-telling"}, {"labeling", "labelling"},
    {"mental filter", "mental-filter"}, {"mind reading", "mind-reading"},
    {"overgeneralization", "overgeneralisation"},
    {"personalization", "personalisation"},
    {"should statements", "should-statements"}};
const char *const ways[WAYS] = {"none", "all-or-nothing", "catastrophising",
    "discounting-the-positive", "emotional-reasoning", "fortune-telling",
    "labelling", "mental-filter", "mind-reading", "overgeneralisation",
    "personalisation", "should-statements"};

int
way_number(const char *concept)
{
	int k;

	for (k = 1; k < WAYS; k++)
		if (strcmp(ways[k], concept) == 0)
			return k;
	return -1;
}

static int
pattern_label(const char *(*cell)(void *, const char *), void *row)
{
	const char *label = cell(row, "label");
	size_t i;

	for (i = 1; i < sizeof(patterns) / sizeof(*patterns); i++)
		if (strcasecmp(label, patterns[i].label) == 0)
			return way_number(patterns[i].concept);
	return -1;
}

static int
undistorted(const char *(*cell)(void *, const char *), void *row)
{
	return strcmp(cell(row, "label"), "No Distortion") == 0 ? 0 : -1;
}

static int
happy_moment(const char *(*cell)(void *, const char *), void *row)
{
	(void)cell;
	(void)row;
	return 0;
}

const struct target targets[] = {
    {"internality", DIM_INTERNALITY, false, 2, 2,
	{{"norbury_attrib.csv", "event", norbury_locus, 1000},
	    {"enisear_appraisal.csv", "id", enisear_responsibility, 700},
	    {"isear_cause.csv", "id", isear_locus, 1500}}},
    {"globality", DIM_GLOBALITY, false, 2, 2,
	{{"norbury_attrib.csv", "event", norbury_globality, 400}}},
    {"control", DIM_CONTROL, false, 3, 3,
	{{"enisear_appraisal.csv", "id", enisear_control, 600},
	    {"claff_happydb.csv", "id", happy_agency, 600}}},
    {"valence", DIM_VALENCE, false, 3, 3,
	{{"isear_cause.csv", "id", isear_valence, 1000},
	    {"claff_happydb.csv", "id", happy_valence, 500}}},
    {"ways of thinking", DIM_PATTERN, true, 3, 40,
	{{"patternreframe.csv", "id", pattern_label, 2881},
	    {"shreevastava_span.csv", "id", pattern_label, 3300},
	    {"patternreframe_binary.csv", "id", undistorted, 1080},
	    {"claff_happydb.csv", "id", happy_moment, 3240}}},
};

const size_t targets_count = sizeof(targets) / sizeof(*targets);
