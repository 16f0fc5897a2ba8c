#include "child.h"

#include "base/file.h"
#include "base/msg.h"
#include "cli/shelf.h"
#include "data/data.h"

#include <errno.h>
#include <sys/stat.h>

/* Makes own/reconnect/KIND/NAME below the working directory. */
static void
put_own(const char *kind, const char *name, const char *text)
{
	char path[256];
	FILE *fp;

	snprintf(path, sizeof path, "own/reconnect/%s", kind);
	assert_int_equal(file_mkdirs(path), 0);
	snprintf(path, sizeof path, "own/reconnect/%s/%s", kind, name);
	fp = fopen(path, "w");
	assert_non_null(fp);
	fputs(text, fp);
	fclose(fp);
}

/* A name that is built in, whatever the data of the day. */
static const char *
some_name(char name[64])
{
	const char *path = NULL;

	for (size_t i = 0; i < data_count && path == NULL; i++)
		if (strncmp(data_files[i].path, "concepts/", 9) == 0)
			path = data_files[i].path;
	assert_non_null(path);
	snprintf(name, 64, "%.*s", (int)strlen(path) - 13, path + 9);
	return path;
}

static void
finds_a_built_in_file(void **state)
{
	const struct data_file *file;
	struct shelf_file f;
	char name[64];

	(void)state;
	file = data_find(some_name(name));
	assert_int_equal(shelf_open(&f, "concepts", name), 0);
	assert_int_equal(f.len, file->len);
	assert_memory_equal(f.bytes, file->bytes, f.len);
	assert_int_equal(strncmp(f.path.text, "built-in concepts/", 18), 0);
	shelf_release(&f);
}

static void
ones_own_hides_the_built_in(void **state)
{
	struct shelf_file f;
	char name[64], file[80];

	(void)state;
	some_name(name);
	snprintf(file, sizeof file, "%s.txt", name);
	put_own("concepts", file, "mine");
	assert_int_equal(shelf_open(&f, "concepts", name), 0);
	assert_text(f.bytes, f.len, "mine");
	assert_non_null(strstr(f.path.text, "own/reconnect/concepts/"));
	shelf_release(&f);
}

static void
takes_a_path(void **state)
{
	struct shelf_file f;

	(void)state;
	put_own("plans", "x.csv", "a,b");
	assert_int_equal(
	    shelf_open(&f, "goals", "own/reconnect/plans/x.csv"), 0);
	assert_text(f.bytes, f.len, "a,b");
	assert_string_equal(f.path.text, "own/reconnect/plans/x.csv");
	shelf_release(&f);
}

static void
open_it(void *name)
{
	struct shelf_file f;

	msg_init("tool");
	exit(shelf_open(&f, "plans", name) == 0 ? 0 : 1);
}

static void
suggests_a_near_name(void **state)
{
	char near[] = "laddr", far[] = "zzzzzz";
	struct child c;

	(void)state;
	put_own("plans", "ladder.txt", "");
	child_run(&c, open_it, near);
	assert_int_equal(c.code, RC_NO);
	assert_string_equal(
	    c.err, "tool: plans: no 'laddr'; did you mean 'ladder'?\n");
	child_run(&c, open_it, far);
	assert_int_equal(c.code, RC_NO);
	assert_string_equal(c.err, "tool: plans: no 'zzzzzz'\n");
}

static void
dies_of_what_is_there_but_unreadable(void **state)
{
	char path[] = "./none.txt", name[] = "folder";
	struct child c;

	(void)state;
	child_run(&c, open_it, path);
	assert_int_equal(c.code, RC_SYSTEM);
	assert_contains(c.err, "./none.txt: No such file");
	assert_int_equal(file_mkdirs("own/reconnect/plans/folder.txt"), 0);
	child_run(&c, open_it, name);
	assert_int_equal(c.code, RC_SYSTEM);
	assert_contains(c.err, "Is a directory");
}

static void
lists_names_sorted_each_once(void **state)
{
	struct shelf_names n;

	(void)state;
	put_own("lists", "b.txt", "");
	put_own("lists", "a.txt", "");
	put_own("lists", ".hidden.txt", "");
	put_own("lists", "c.csv", "");
	shelf_names(&n, "lists");
	assert_int_equal(n.count, 2);
	assert_string_equal(n.names[0], "a");
	assert_string_equal(n.names[1], "b");
	shelf_names_free(&n);
}

static void
lists_built_in_and_own_together(void **state)
{
	struct shelf_names before, after;
	char name[64], file[80];

	(void)state;
	some_name(name);
	snprintf(file, sizeof file, "%s.txt", name);
	shelf_names(&before, "concepts");
	put_own("concepts", file, "hides one");
	put_own("concepts", "zz-new.txt", "adds one");
	shelf_names(&after, "concepts");
	assert_int_equal(after.count, before.count + 1);
	for (size_t i = 1; i < after.count; i++)
		assert_true(strcmp(after.names[i - 1], after.names[i]) < 0);
	shelf_names_free(&before);
	shelf_names_free(&after);
}

static void
lists_nothing_of_an_unknown_kind(void **state)
{
	struct shelf_names n;

	(void)state;
	shelf_names(&n, "concept");
	assert_int_equal(n.count, 0);
	shelf_names_free(&n);
}

static int
enter(void **state)
{
	char own[512];

	if (test_enter_folder(state) != 0 || getcwd(own, 400) == NULL)
		return -1;
	strcat(own, "/own");
	return setenv("XDG_DATA_HOME", own, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(finds_a_built_in_file),
	    cmocka_unit_test(ones_own_hides_the_built_in),
	    cmocka_unit_test(takes_a_path),
	    cmocka_unit_test(suggests_a_near_name),
	    cmocka_unit_test(dies_of_what_is_there_but_unreadable),
	    cmocka_unit_test(lists_names_sorted_each_once),
	    cmocka_unit_test(lists_built_in_and_own_together),
	    cmocka_unit_test(lists_nothing_of_an_unknown_kind),
	};

	return cmocka_run_group_tests(tests, enter, test_leave_folder);
}
