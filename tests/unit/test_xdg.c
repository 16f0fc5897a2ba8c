#include "base/xdg.h"

#include "test.h"

static const char *const variables[] = {
    "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"};

static int
clear_environment(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(variables); i++)
		unsetenv(variables[i]);
	return setenv("HOME", "/home/me", 1);
}

static void
assert_path(enum xdg kind, const char *name, const char *expected)
{
	struct str s = STR_INIT;

	assert_int_equal(xdg_path(&s, kind, name), 0);
	assert_string_equal(s.text, expected);
	str_release(&s);
}

static void
stands_below_home_by_default(void **state)
{
	(void)state;
	assert_path(XDG_DATA, "journal.csv",
	    "/home/me/.local/share/reconnect/journal.csv");
	assert_path(XDG_STATE, "told", "/home/me/.local/state/reconnect/told");
	assert_path(XDG_CACHE, "", "/home/me/.cache/reconnect");
}

static void
follows_the_variable_of_each_kind(void **state)
{
	static const char *const expected[] = {
	    "/d/reconnect/x", "/s/reconnect/x", "/c/reconnect/x"};

	(void)state;
	setenv(variables[XDG_DATA], "/d", 1);
	setenv(variables[XDG_STATE], "/s", 1);
	setenv(variables[XDG_CACHE], "/c", 1);
	for (int kind = XDG_DATA; kind <= XDG_CACHE; kind++)
		assert_path((enum xdg)kind, "x", expected[kind]);
}

static void
ignores_relative_and_empty_values(void **state)
{
	(void)state;
	setenv(variables[XDG_DATA], "here", 1);
	setenv(variables[XDG_STATE], "", 1);
	assert_path(XDG_DATA, "x", "/home/me/.local/share/reconnect/x");
	assert_path(XDG_STATE, "x", "/home/me/.local/state/reconnect/x");
}

static void
gives_up_without_variable_and_home(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	unsetenv("HOME");
	assert_int_equal(xdg_path(&s, XDG_DATA, "x"), -1);
	setenv("HOME", "", 1);
	assert_int_equal(xdg_path(&s, XDG_DATA, "x"), -1);
	setenv("HOME", "me", 1); /* would be below wherever one works */
	assert_int_equal(xdg_path(&s, XDG_DATA, "x"), -1);
	assert_string_equal(s.text, "");
	setenv(variables[XDG_DATA], "/d", 1);
	assert_path(XDG_DATA, "x", "/d/reconnect/x");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup(
		stands_below_home_by_default, clear_environment),
	    cmocka_unit_test_setup(
		follows_the_variable_of_each_kind, clear_environment),
	    cmocka_unit_test_setup(
		ignores_relative_and_empty_values, clear_environment),
	    cmocka_unit_test_setup(
		gives_up_without_variable_and_home, clear_environment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
