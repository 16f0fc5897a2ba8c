#include "child.h"

#include "cli/helpline.h"

static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

static void
locale(const char *all, const char *messages, const char *lang)
{
	const char *const values[] = {all, messages, lang};

	for (size_t i = 0; i < LENGTH(names); i++) {
		if (values[i] != NULL)
			setenv(names[i], values[i], 1);
		else
			unsetenv(names[i]);
	}
}

static void
print_few(void *country)
{
	helpline_print(stdout, country, false);
}

static void
print_all(void *country)
{
	helpline_print(stdout, country, true);
}

static size_t
count_lines(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

static void
puts_the_country_first(void **state)
{
	char gb[] = "GB";
	struct child c;

	(void)state;
	child_run(&c, print_few, gb);
	assert_int_equal(
	    strncmp(c.out, "  GB        Samaritans: 116 123, free\n", 38), 0);
	assert_contains(c.out, "  anywhere  Find A Helpline: ");
	assert_null(strstr(c.out, "988"));
	assert_contains(c.out, "(as of 20");
}

static void
takes_the_country_from_the_locale(void **state)
{
	static const struct {
		const char *all, *messages, *lang, *country;
	} rows[] = {
	    {"de_AT.UTF-8", NULL, NULL, "  AT "},
	    {NULL, "de_CH", "en_GB.UTF-8", "  CH "},
	    {"", NULL, "nl_NL@euro", "  NL "},
	    {"C", NULL, "en_GB.UTF-8", "  anywhere "},
	    {NULL, NULL, "fr", "  anywhere "},
	    {NULL, NULL, "xx_xx", "  anywhere "},
	    {NULL, NULL, NULL, "  anywhere "},
	};
	struct child c;

	(void)state;
	for (size_t i = 0; i < LENGTH(rows); i++) {
		locale(rows[i].all, rows[i].messages, rows[i].lang);
		child_run(&c, print_few, NULL);
		assert_int_equal(
		    strncmp(c.out, rows[i].country, strlen(rows[i].country)),
		    0);
	}
	locale("C", NULL, NULL);
}

static void
all_names_every_country_once(void **state)
{
	char gb[] = "GB", unknown[] = "XX";
	struct child few, all, other;

	(void)state;
	child_run(&few, print_few, gb);
	child_run(&all, print_all, gb);
	child_run(&other, print_all, unknown);
	assert_contains(all.out, "  US ");
	assert_true(count_lines(all.out) > count_lines(few.out));
	assert_int_equal(count_lines(all.out), count_lines(other.out));
}

static void
offer_twice(void *arg)
{
	(void)arg;
	helpline_offer();
	helpline_offer();
}

static void
offers_once_a_run_on_standard_error(void **state)
{
	struct child c;
	char *first;

	(void)state;
	child_run(&c, offer_twice, NULL);
	assert_string_equal(c.out, "");
	first = strstr(c.err, "findahelpline.com");
	assert_non_null(first);
	assert_null(strstr(first + 1, "findahelpline.com"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(puts_the_country_first),
	    cmocka_unit_test(takes_the_country_from_the_locale),
	    cmocka_unit_test(all_names_every_country_once),
	    cmocka_unit_test(offers_once_a_run_on_standard_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
