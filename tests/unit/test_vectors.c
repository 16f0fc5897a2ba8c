/*
 * Every subscale of the shipped instruments, when every item is answered with
 * its lowest or its highest option: tests/data/instrument-vectors.csv, worked
 * out from the published keys and norms apart from this program (sum, mean, and
 * T for a woman of 30).
 */
#include "quiz/scoring.h"
#include "quiz/standing.h"

#include "stream/table.h"

#include "quiz.h"

static double
cell(const struct table *t, const char *column)
{
	const char *text = table_cell(t, table_need(t, column, NULL));

	return *text == '\0' ? NAN : strtod(text, NULL);
}

static void
check(const struct table *t)
{
	static int answers[INSTRUMENT_ITEMS_MAX];
	static struct score scores[INSTRUMENT_SCALES_MAX];
	struct person woman = {SEX_FEMALE, 30};
	const struct scale *scale;
	struct instrument in;
	struct standing st;
	bool max = strcmp(table_cell(t, table_find(t, "pattern")), "max") == 0;
	int at;

	if (!read_shipped(&in, table_cell(t, table_find(t, "instrument"))))
		return;
	for (size_t i = 0; i < in.nitems; i++)
		answers[i] =
		    max ? in.items[i].choices->max : in.items[i].choices->min;
	scoring_all(&in, answers, scores);
	at = instrument_scale(&in, table_cell(t, table_find(t, "subscale")));
	assert_int_not_equal(at, -1);
	scale = &in.scales[at];
	st = standing_of(scale, &scores[at], &woman, NAN);
	assert_near((double)scale->nterms, cell(t, "n"), 0);
	assert_near(scores[at].value,
	    cell(t, scale->kind == SCORE_MEAN ? "mean" : "sum"), 5e-7);
	if (!isnan(cell(t, "t_female_30")))
		assert_near(st.t, cell(t, "t_female_30"), 5e-4);
	instrument_release(&in);
}

static void
agrees_with_every_vector(void **state)
{
	const char *top = getenv("TOP");
	char path[500];
	struct table *t;
	struct diag err;
	size_t rows = 0;
	FILE *fp;

	(void)state;
	snprintf(path, sizeof(path), "%s/tests/data/instrument-vectors.csv",
	    top == NULL ? "." : top);
	fp = fopen(path, "r");
	assert_non_null(fp);
	t = table_new(csvin_new(fp), &err);
	assert_non_null(t);
	for (; table_next(t) == CSVIN_RECORD; rows++)
		check(t);
	assert_int_equal(rows, 180);
	table_free(t);
	fclose(fp);
}

/* A theme or term of the glossary that no scale measures could never be found
 * by a person who answers. */
static void
measures_every_headline_concept(void **state)
{
	const char *left_out = getenv("EXCLUDE_INSTRUMENTS");
	size_t headlines = 0;

	(void)state;
	if (left_out != NULL && *left_out != '\0')
		skip(); /* (It may have measured one.) */
	for (size_t i = 0; i < data_count; i++) {
		const char *path = data_files[i].path, *id = path + 9;
		char concept[100];
		bool found = false;

		if (strncmp(path, "concepts/", 9) != 0 ||
		    (strstr(data_files[i].bytes, "\nkind: theme\n") == NULL &&
			strstr(data_files[i].bytes, "\nkind: term\n") == NULL))
			continue;
		headlines++;
		snprintf(concept, sizeof(concept), "%.*s",
		    (int)strcspn(id, "."), id);
		for (size_t k = 0; k < data_count && !found; k++) {
			struct instrument in;

			if (strncmp(data_files[k].path, "instruments/", 12) !=
			    0)
				continue;
			read_ok(&in, data_files[k].bytes);
			for (size_t s = 0; s < in.nscales && !in.key_only; s++)
				found = found ||
				    strstr(in.scales[s].concept, concept) !=
					NULL;
			instrument_release(&in);
		}
		if (!found)
			fail_msg("no scale measures '%s'", concept);
	}
	assert_int_equal(headlines, 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(agrees_with_every_vector),
	    cmocka_unit_test(measures_every_headline_concept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
