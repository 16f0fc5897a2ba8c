#include "quiz/instrument.h"

#include "data/data.h"

#include "quiz.h"

static void
reads_the_simplest_file(void **state)
{
	struct instrument in;

	(void)state;
	read_ok(&in,
	    "id: mood\noptions: 0=bad; 1=good\n\n"
	    "item,text\nday,How was the day?\nnight,And the night?\n");
	assert_string_equal(in.id, "mood");
	assert_int_equal(in.nitems, 2);
	assert_string_equal(in.items[1].text, "And the night?");
	assert_int_equal(in.nscales, 1);
	assert_string_equal(in.scales[0].id, "total");
	assert_int_equal(in.scales[0].kind, SCORE_SUM);
	assert_near(in.scales[0].min, 0, 0);
	assert_near(in.scales[0].max, 2, 0);
	assert_int_equal(in.scales[0].need, 2);
	assert_false(in.key_only);
	instrument_release(&in);
}

static void
takes_defaults_from_the_head_and_exceptions_from_the_table(void **state)
{
	struct instrument in;

	(void)state;
	read_ok(&in,
	    "id: small\noptions: 1=no; 2=a little; 3=yes\nscore: mean\n"
	    "direction: up\nconcept: shyness\nmissing: 80%\n"
	    "reliability: .8\n\n"
	    "scale,direction,concept,reliability\n"
	    "a,,,\nb,down,none,.9\n\n"
	    "item,text,scale\nq1,One?,a\nq2,Two?,b\n");
	assert_int_equal(in.scales[0].direction, DIRECTION_UP);
	assert_string_equal(in.scales[0].concept, "shyness");
	assert_near(in.scales[0].reliability, .8, 0);
	assert_int_equal(in.scales[1].direction, DIRECTION_DOWN);
	assert_string_equal(in.scales[1].concept, "");
	assert_near(in.scales[1].reliability, .9, 0);
	instrument_release(&in);
}

static void
reverses_by_key_and_by_sign_and_twice_is_not_at_all(void **state)
{
	struct instrument in;

	(void)state;
	read_ok(&in,
	    HEAD "\nitem,text,key,scale\n"
		 "q1,One?,1,a;-b\nq2,Two?,-1,a;-b\n");
	assert_false(in.scales[0].terms[0].reversed);
	assert_true(in.scales[0].terms[1].reversed);
	assert_true(in.scales[1].terms[0].reversed);
	assert_false(in.scales[1].terms[1].reversed);
	assert_int_equal(keyed_value(&in, &in.scales[0].terms[1], 3), 1);
	assert_int_equal(keyed_value(&in, &in.scales[0].terms[1], 2), 2);
	instrument_release(&in);
}

static void
reverses_by_the_items_own_range_after_recoding(void **state)
{
	struct instrument in;

	(void)state;
	read_ok(&in,
	    "id: small\nrange.week: 0..50\n\n"
	    "item,text,key,options,recode\n"
	    "visits,How many?,-1,week,0..2=0; 3..9=1; 10..=4\n");
	assert_int_equal(item_value(&in.items[0], 2), 0);
	assert_int_equal(item_value(&in.items[0], 50), 4);
	assert_int_equal(keyed_value(&in, &in.scales[0].terms[0], 5), 3);
	assert_near(in.scales[0].max, 4, 0);
	instrument_release(&in);
}

static void
allows_only_what_is_listed_where_options_have_gaps(void **state)
{
	struct instrument in;

	(void)state;
	read_ok(&in,
	    "id: small\noptions: 1=no; 3=yes\nrange.ten: 0..10\n"
	    "options.ten: 0=not at all; 10=completely\n\n"
	    "item,text,options\nq1,One?,\nq2,Two?,ten\n");
	assert_true(item_allows(&in.items[0], 3));
	assert_false(item_allows(&in.items[0], 2));
	assert_false(item_allows(&in.items[0], 4));
	assert_true(item_allows(&in.items[1], 7));
	assert_false(item_allows(&in.items[1], 11));
	assert_string_equal(item_label(&in.items[1], 10), "completely");
	assert_null(item_label(&in.items[1], 7));
	instrument_release(&in);
}

static void
puts_the_factors_of_a_product_next_to_each_other(void **state)
{
	struct instrument in;

	(void)state;
	read_ok(&in,
	    HEAD "\nitem,text,scale,product\n"
		 "q1,One?,a,x\nq2,Two?,a,\nq3,Three?,a,x\n");
	assert_int_equal(in.scales[0].terms[0].item, 0);
	assert_int_equal(in.scales[0].terms[1].item, 2);
	assert_int_equal(in.scales[0].terms[2].item, 1);
	assert_int_equal(in.scales[0].units, 2);
	assert_near(in.scales[0].min, 1 + 1, 0);
	assert_near(in.scales[0].max, 9 + 3, 0);
	instrument_release(&in);
}

static void
reduces_weights_to_the_lowest_terms(void **state)
{
	struct instrument in;

	(void)state;
	read_ok(&in, HEAD "\nitem,text,scale\nq1,One?,0.5*a\nq2,Two?,1.5*a\n");
	assert_int_equal(in.scales[0].weight_den, 2);
	assert_int_equal(in.scales[0].terms[0].weight, 1);
	assert_int_equal(in.scales[0].terms[1].weight, 3);
	assert_near(in.scales[0].max, 6, 0);
	instrument_release(&in);
}

static void
shows_texts_in_the_language_that_is_asked_for(void **state)
{
	static const char text[] =
	    "id: small\nlanguages: en fr\ntitle: Mood\ntitle.fr: Humeur\n"
	    "options: 0=bad; 1=good\noptions.fr: 0=mal; 1=bien\n"
	    "options.how: 0=no; 1=yes\noptions.how.fr: 0=non; 1=oui\n\n"
	    "item,text,text.fr,options\nq1,Day?,Le jour ?,\n"
	    "q2,Night?,,how\n";
	struct instrument in;
	struct diag err;

	(void)state;
	assert_int_equal(
	    instrument_read(&in, text, strlen(text), "fr", &err), 0);
	assert_string_equal(in.language, "fr");
	assert_string_equal(in.title, "Humeur");
	assert_string_equal(in.items[0].text, "Le jour ?");
	assert_string_equal(in.items[1].text, "Night?");
	assert_string_equal(item_label(&in.items[0], 1), "bien");
	assert_string_equal(item_label(&in.items[1], 1), "oui");
	instrument_release(&in);
	assert_int_equal(
	    instrument_read(&in, text, strlen(text), "de", &err), 0);
	assert_string_equal(in.language, "en");
	assert_string_equal(in.title, "Mood");
	assert_string_equal(item_label(&in.items[1], 1), "yes");
	instrument_release(&in);
}

static void
knows_a_file_without_texts_as_a_key(void **state)
{
	struct instrument in;

	(void)state;
	read_ok(&in, HEAD "\nitem,scale\nq1,a\nq2,a\n");
	assert_true(in.key_only);
	instrument_release(&in);
}

static void
keeps_a_blank_line_inside_quotes_in_its_table(void **state)
{
	struct instrument in;

	(void)state;
	read_ok(&in,
	    HEAD "\nitem,text\nq1,\"One\n\nand a half?\"\nq2,Two?\n"
		 "\n\nnorm,mean,sd\ntotal,3,1\n");
	assert_int_equal(in.nitems, 2);
	assert_int_equal(in.scales[0].nnorms, 1);
	instrument_release(&in);
}

static void
puts_norms_of_sums_into_the_metric_of_a_mean(void **state)
{
	struct instrument in;

	(void)state;
	read_ok(&in,
	    "id: small\noptions: 1=no; 2=a little; 3=yes\nscore: mean\n\n"
	    "item,text\nq1,One?\nq2,Two?\n\n"
	    "norm,sex,age_min,age_max,n,mean,sd,metric\n"
	    "total,female,20,29,100,5,1.5,sum\n");
	assert_near(in.scales[0].norms[0].mean, 2.5, 0);
	assert_near(in.scales[0].norms[0].sd, .75, 0);
	assert_int_equal(in.scales[0].norms[0].sex, SEX_FEMALE);
	assert_int_equal(in.scales[0].norms[0].age_max, 29);
	instrument_release(&in);
}

static void
names_the_band_of_a_score(void **state)
{
	static const struct {
		double score;
		const char *band;
	} cases[] = {
	    {0, "low"},
	    {4.9, "low"},
	    {5, "quite high"},
	    {12, "quite high"},
	    {12.1, "serious"},
	};
	struct instrument in;

	(void)state;
	read_ok(&in,
	    HEAD "bands: low < 5 <= quite high <= 12 < serious\n"
		 "\nitem,text\nq1,One?\n");
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_string_equal(
		    bands_label(&in.scales[0].bands, cases[i].score),
		    cases[i].band);
	instrument_release(&in);
}

static void
counts_what_a_missing_rule_needs(void **state)
{
	static const struct {
		const char *rule;
		size_t units, need;
	} cases[] = {
	    {"complete", 6, 6},
	    {"available", 6, 1},
	    {"80%", 10, 8},
	    {"80%", 6, 5}, /* 4.8: four are fewer than 80 % */
	    {"50%", 5, 3},
	    {"100%", 7, 7},
	    {"max 4", 20, 16},
	    {"max 1", 2, 1},
	    {"max 5", 3, 1}, /* never none at all */
	    {"", 5, 0},
	    {"most", 5, 0},
	    {"0%", 5, 0},
	    {"101%", 5, 0},
	    {"max", 5, 0},
	    {"max x", 5, 0},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_int_equal(
		    missing_need(cases[i].rule, cases[i].units), cases[i].need);
}

static void
refuses_what_it_does_not_know(void **state)
{
	static const struct {
		const char *text;
		unsigned long line;
		const char *words;
	} cases[] = {
	    {"title: x\noptions: 0=n; 1=y\n\nitem,text\nq1,One?\n", 1,
		"no field 'id'"},
	    {HEAD "colour: red\n\nitem,text\nq1,One?\n", 4,
		"unknown field 'colour'"},
	    {HEAD "id: two\n\nitem,text\nq1,One?\n", 4, "stands twice"},
	    {HEAD, 4, "no table"},
	    {HEAD "\nitem,text,colour\nq1,One?,red\n", 5,
		"unknown column 'colour'"},
	    {HEAD "\nquestion,text\nq1,One?\n", 5, "item, scale, norm"},
	    {HEAD "\nitem,text\n1,One?\n", 6, "an id is a letter"},
	    {HEAD "\nitem,text\nq1,One?\nq1,Two?\n", 7, "stands twice"},
	    {HEAD "\nitem,text\nage,How old?\n", 6, "column of every"},
	    {HEAD "\nitem,text\nq1,One?\nq2,\n", 7, "1 of 2 items"},
	    {HEAD "\nitem,text,key\nq1,One?,2\n", 6, "not 1 or -1"},
	    {HEAD "\nitem,text,options\nq1,One?,often\n", 6, "options.often"},
	    {"id: small\n\nitem,text\nq1,One?\n", 4, "neither options"},
	    {HEAD "\nitem,text,recode\nq1,One?,1..2=0\n", 6,
		"answer 3 is not recoded"},
	    {HEAD "\nitem,text,recode\nq1,One?,1..2=0; 2..3=1\n", 6,
		"overlaps"},
	    {HEAD "\nitem,text,ask-if\nq1,One?,q2 = 1\nq2,Two?,\n", 6,
		"no item before"},
	    {HEAD "\nitem,text,ask-if\nq1,One?,\nq2,Two?,q1 ~ 1\n", 7,
		"expected ="},
	    {HEAD "\nitem,text,scale\nq1,One?,a;a\n", 6, "stands twice"},
	    {HEAD "\nscale,score\na,sum\n\nitem,text,scale\nq1,One?,b\n", 9,
		"not in the table of scales"},
	    {HEAD "\nscale,score\na,median\n\nitem,text,scale\nq1,One?,a\n", 6,
		"score 'median'"},
	    {HEAD "direction: left\n\nitem,text\nq1,One?\n", 4,
		"direction 'left'"},
	    {HEAD "missing: some\n\nitem,text\nq1,One?\n", 4, "missing 'some'"},
	    {HEAD "advice: talk\n\nitem,text\nq1,One?\n", 4, "advice"},
	    {HEAD "advice: most: talk\n\nitem,text\nq1,One?\n", 4,
		"expected ="},
	    {HEAD "reliability: 1.2\n\nitem,text\nq1,One?\n", 4, "too large"},
	    {HEAD "bands: low < 5 < high\n\nitem,text\nq1,One?\n", 4,
		"bands read"},
	    {"id: small\noptions: 0=no\n\nitem,text\nq1,One?\n", 2,
		"fewer than two"},
	    {"id: small\noptions: no; yes\n\nitem,text\nq1,One?\n", 2,
		"NUMBER=LABEL"},
	    {"id: small\noptions: 0=no; 0=yes\n\nitem,text\nq1,One?\n", 2,
		"stands twice"},
	    {"id: small\nrange: 5..1\n\nitem,text\nq1,One?\n", 2, "below max"},
	    {"id: big\nrange: 0..9999\n\nitem,text,product\nq1,One?,1\n"
	     "q2,Two?,1\nq3,Three?,1\n",
		0, "numbers grow too large"},
	    {HEAD "\nitem,text\nq1,One?\n\nnorm,mean,sd\nother,1,1\n", 9,
		"no scale has the id"},
	    {HEAD "\nitem,text\nq1,One?\n\nnorm,mean,sd\ntotal,1,0\n", 9,
		"an sd above 0"},
	    {HEAD "\nitem,text\nq1,One?\n\ncount,score,n\ntotal,2,1\n"
		  "total,1,1\n",
		10, "do not ascend"},
	    {HEAD "\nitem,text\nq1,One?,too many\n", 6, ""},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		read_fails(cases[i].text, cases[i].line, cases[i].words);
}

/* A file cut short, or with a byte broken, is read or refused: it never makes
 * the reader read beyond it (the sanitizers watch). */
static void
survives_every_cut_and_many_broken_bytes(void **state)
{
	const struct data_file *f = data_find("instruments/k6.txt");
	char *text = malloc(f->len);
	struct instrument in;
	struct diag err;

	(void)state;
	assert_non_null(text);
	memcpy(text, f->bytes, f->len);
	for (size_t len = 0; len < f->len; len += 3) {
		instrument_read(&in, f->bytes, len, NULL, &err);
		instrument_release(&in);
		text[len] ^= 0x15;
		instrument_read(&in, text, f->len, NULL, &err);
		instrument_release(&in);
		text[len] ^= 0x15;
	}
	free(text);
}

static void
reads_every_instrument_that_is_built_in(void **state)
{
	const char *left_out = getenv("EXCLUDE_INSTRUMENTS");
	size_t seen = 0;

	(void)state;
	for (size_t i = 0; i < data_count; i++) {
		const char *path = data_files[i].path;
		struct instrument in;

		if (strncmp(path, "instruments/", 12) != 0)
			continue;
		read_ok(&in, data_files[i].bytes);
		assert_memory_equal(path + 12, in.id, strlen(in.id));
		assert_string_equal(path + 12 + strlen(in.id), ".txt");
		assert_true(in.licence[0] != '\0');
		assert_true(in.citation[0] != '\0');
		assert_true(in.title[0] != '\0');
		for (size_t k = 0; k < in.nitems; k++)
			assert_int_equal(
			    instrument_item(&in, in.items[k].id), k);
		instrument_release(&in);
		seen++;
	}
	if (left_out == NULL || *left_out == '\0')
		assert_true(seen >= 57);
	assert_true(seen > 0);
}

/* What a concept is must be in the glossary, and every headline concept (kind
 * theme or term) must be measured by a scale. */
static void
measures_only_concepts_that_the_glossary_has(void **state)
{
	(void)state;
	for (size_t i = 0; i < data_count; i++) {
		struct instrument in;

		if (strncmp(data_files[i].path, "instruments/", 12) != 0)
			continue;
		read_ok(&in, data_files[i].bytes);
		for (size_t k = 0; k < in.nscales; k++) {
			char ids[400], *id, *rest = ids;

			snprintf(ids, sizeof(ids), "%s", in.scales[k].concept);
			while ((id = strtok_r(rest, ";", &rest)) != NULL) {
				char path[200];

				snprintf(
				    path, sizeof(path), "concepts/%s.txt", id);
				if (data_find(path) == NULL)
					fail_msg("%s/%s: no concept '%s'",
					    in.id, in.scales[k].id, id);
			}
		}
		instrument_release(&in);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(reads_the_simplest_file),
	    cmocka_unit_test(
		takes_defaults_from_the_head_and_exceptions_from_the_table),
	    cmocka_unit_test(
		reverses_by_key_and_by_sign_and_twice_is_not_at_all),
	    cmocka_unit_test(reverses_by_the_items_own_range_after_recoding),
	    cmocka_unit_test(
		allows_only_what_is_listed_where_options_have_gaps),
	    cmocka_unit_test(puts_the_factors_of_a_product_next_to_each_other),
	    cmocka_unit_test(reduces_weights_to_the_lowest_terms),
	    cmocka_unit_test(shows_texts_in_the_language_that_is_asked_for),
	    cmocka_unit_test(knows_a_file_without_texts_as_a_key),
	    cmocka_unit_test(keeps_a_blank_line_inside_quotes_in_its_table),
	    cmocka_unit_test(puts_norms_of_sums_into_the_metric_of_a_mean),
	    cmocka_unit_test(names_the_band_of_a_score),
	    cmocka_unit_test(counts_what_a_missing_rule_needs),
	    cmocka_unit_test(refuses_what_it_does_not_know),
	    cmocka_unit_test(survives_every_cut_and_many_broken_bytes),
	    cmocka_unit_test(reads_every_instrument_that_is_built_in),
	    cmocka_unit_test(measures_only_concepts_that_the_glossary_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
