#include "base/file.h"

#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

/* Writes a file by other means than those under test. */
static void
put(const char *path, const char *text)
{
	FILE *fp = fopen(path, "wb");

	assert_non_null(fp);
	assert_int_not_equal(fputs(text, fp), EOF);
	assert_int_equal(fclose(fp), 0);
}

static void
assert_holds(const char *path, const char *text)
{
	char buf[4096];
	FILE *fp = fopen(path, "rb");
	size_t len;

	assert_non_null(fp);
	len = fread(buf, 1, sizeof buf - 1, fp);
	fclose(fp);
	buf[len] = '\0';
	assert_string_equal(buf, text);
}

static void
assert_mode(const char *path, mode_t mode)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, mode);
}

static void
makes_folders_for_their_owner_alone_whatever_the_umask(void **state)
{
	mode_t before = umask(0);

	(void)state;
	assert_int_equal(file_mkdirs("f/g//h/"), 0);
	umask(0777);
	assert_int_equal(file_mkdirs("f/i/j"), 0);
	umask(before);
	assert_mode("f", 0700);
	assert_mode("f/g/h", 0700);
	assert_mode("f/i", 0700);
	assert_mode("f/i/j", 0700);
	assert_int_equal(file_mkdirs("f/g/h"), 0);
	assert_int_equal(file_mkdirs("/"), 0);
}

static void
makes_no_folder_where_a_file_stands(void **state)
{
	(void)state;
	put("plain", "x");
	assert_int_equal(file_mkdirs("plain/below"), -1);
	assert_int_equal(errno, ENOTDIR);
	assert_int_equal(file_mkdirs("plain"), -1);
	assert_int_equal(errno, ENOTDIR);
}

static void
reads_a_whole_file_behind_what_is_there(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	put("read", "two\n");
	str_adds(&s, "one ");
	assert_int_equal(file_read("read", 4, &s), 0);
	assert_string_equal(s.text, "one two\n");
	put("read", "");
	assert_int_equal(file_read("read", 0, &s), 0);
	assert_string_equal(s.text, "one two\n");
	str_release(&s);
}

static void
leaves_the_text_where_reading_fails(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	str_adds(&s, "kept");
	put("big", "12345");
	assert_int_equal(file_read("big", 4, &s), -1);
	assert_int_equal(errno, EFBIG);
	assert_int_equal(file_read(".", 100, &s), -1);
	assert_int_equal(errno, EISDIR);
	assert_int_equal(file_read("missing", 100, &s), -1);
	assert_int_equal(errno, ENOENT);
	assert_string_equal(s.text, "kept");
	str_release(&s);
}

static void
replaces_no_fifo(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(mkfifo("fifo", 0600), 0);
	assert_int_equal(file_replace("fifo", "new\n", 4), -1);
	assert_int_equal(errno, EINVAL);
	assert_int_equal(stat("fifo", &st), 0);
	assert_true(S_ISFIFO(st.st_mode));
	unlink("fifo");
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_int_equal(file_replace("folder", "new\n", 4), -1);
	assert_int_equal(errno, EISDIR);
	rmdir("folder");
}

static void
refuses_a_symbolic_link_in_the_place_of_the_file(void **state)
{
	struct str s = STR_INIT;

	(void)state;
	put("target", "safe\n");
	assert_int_equal(symlink("target", "link"), 0);
	assert_int_equal(file_read("link", 100, &s), -1);
	assert_int_equal(errno, ELOOP);
	assert_int_equal(file_replace("link", "evil\n", 5), -1);
	assert_int_equal(errno, ELOOP);
	assert_int_equal(file_append_held("link", "evil\n", 5), -1);
	assert_int_equal(errno, ELOOP);
	assert_holds("target", "safe\n");
	assert_int_equal(symlink("target", "other.lock"), 0);
	assert_int_equal(file_lock("other"), -1);
	assert_int_equal(errno, ELOOP);
	str_release(&s);
}

static void
refuses_what_is_no_regular_file(void **state)
{
	(void)state;
	assert_int_equal(mkfifo("fifo", 0600), 0);
	assert_int_equal(file_append_held("fifo", "a\n", 2), -1);
	assert_int_equal(errno, EINVAL);
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_int_equal(file_append_held("folder", "a\n", 2), -1);
	assert_int_equal(errno, EISDIR);
	assert_int_equal(file_replace("folder", "a\n", 2), -1);
	assert_int_equal(errno, EISDIR);
}

static void
replaces_a_file_and_leaves_nothing_beside_it(void **state)
{
	mode_t before = umask(0);

	(void)state;
	assert_int_equal(file_replace("r/new", "one\n", 4), 0);
	assert_holds("r/new", "one\n");
	assert_mode("r/new", 0600);
	assert_int_equal(file_replace("r/new", "", 0), 0);
	assert_holds("r/new", "");
	umask(before);
	assert_int_equal(unlink("r/new"), 0);
	assert_int_equal(rmdir("r"), 0);
}

static void
clears_away_what_a_crash_left_of_a_replacement(void **state)
{
	(void)state;
	assert_int_equal(file_replace("r/new.tmp", "half", 4), 0);
	assert_int_equal(file_replace_held("r/new", "whole\n", 6), 0);
	assert_holds("r/new", "whole\n");
	assert_int_equal(unlink("r/new"), 0);
	assert_int_equal(rmdir("r"), 0);
}

static void
appends_and_makes_file_and_folder_for_their_owner_alone(void **state)
{
	mode_t before = umask(0);

	(void)state;
	assert_int_equal(file_append_held("a/b/journal", "one\n", 4), 0);
	assert_int_equal(
	    file_append_held("a/b/journal", "two\nthree\n", 10), 0);
	file_unlock(file_lock("a/b/journal"));
	umask(before);
	assert_holds("a/b/journal", "one\ntwo\nthree\n");
	assert_mode("a/b", 0700);
	assert_mode("a/b/journal", 0600);
	assert_mode("a/b/journal.lock", 0600);
}

static void
moves_a_torn_last_line_aside(void **state)
{
	(void)state;
	put("torn", "whole\nhal");
	assert_int_equal(file_append_held("torn", "next\n", 5), 0);
	assert_holds("torn", "whole\nnext\n");
	assert_holds("torn.torn", "hal\n");
	put("torn", "f");
	assert_int_equal(file_append_held("torn", "again\n", 6), 0);
	assert_holds("torn", "again\n");
	assert_holds("torn.torn", "hal\nf\n");
	assert_mode("torn.torn", 0600);
}

static void
finds_the_torn_line_across_blocks(void **state)
{
	static const size_t lengths[] = {4094, 4095, 4096, 4097, 12288};
	char tail[12300], text[16384];

	(void)state;
	for (size_t i = 0; i < LENGTH(lengths); i++) {
		struct str torn = STR_INIT;

		memset(tail, 'x', lengths[i]);
		tail[lengths[i]] = '\0';
		snprintf(text, sizeof text, "good\n%s", tail);
		put("blocks", text);
		unlink("blocks.torn");
		assert_int_equal(file_append_held("blocks", "new\n", 4), 0);
		assert_holds("blocks", "good\nnew\n");
		assert_int_equal(file_read("blocks.torn", 20000, &torn), 0);
		assert_int_equal(torn.len, lengths[i] + 1);
		str_release(&torn);
	}
}

/* A file-size limit is the full disk: a short write first, then an error. */
static void
limit_file_size(rlim_t bytes)
{
	const struct rlimit limit = {bytes, bytes};

	signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
		_exit(99);
}

static void
append_on_a_full_disk(void)
{
	limit_file_size(8);
	if (file_append_held("full", "cannot be\n", 10) == 0 || errno != EFBIG)
		_exit(1);
}

static void
cuts_the_file_back_when_the_disk_is_full(void **state)
{
	(void)state;
	put("full", "kept\n");
	assert_int_equal(test_run(append_on_a_full_disk), 0);
	assert_holds("full", "kept\n");
	assert_int_equal(file_append_held("full", "now\n", 4), 0);
	assert_holds("full", "kept\nnow\n");
	unlink("full");
	assert_int_equal(test_run(append_on_a_full_disk), 0);
	assert_int_equal(access("full", F_OK), -1);
}

static void
replace_on_a_full_disk(void)
{
	limit_file_size(8);
	if (file_replace("old", "cannot be\n", 10) == 0 || errno != EFBIG)
		_exit(1);
}

static void
keeps_the_old_file_when_the_disk_is_full(void **state)
{
	(void)state;
	assert_int_equal(mkdir("fr", 0700), 0);
	assert_int_equal(chdir("fr"), 0);
	put("old", "old\n");
	assert_int_equal(test_run(replace_on_a_full_disk), 0);
	assert_holds("old", "old\n");
	assert_int_equal(unlink("old"), 0);
	assert_int_equal(chdir(".."), 0);
	assert_int_equal(rmdir("fr"), 0); /* no temporary file is left */
}

static void
keep_a_torn_line_on_a_full_disk(void)
{
	limit_file_size(2);
	if (file_append_held("tf", "x\n", 2) == 0)
		_exit(1);
}

static void
keeps_the_torn_line_where_it_is_until_it_is_saved(void **state)
{
	(void)state;
	put("tf", "whole\nhal");
	assert_int_equal(test_run(keep_a_torn_line_on_a_full_disk), 0);
	assert_holds("tf", "whole\nhal");
	assert_holds("tf.torn", "");
}

enum { WRITERS = 4, LINES = 50 };

static void
append_many(void)
{
	char line[64];
	int len;

	for (int i = 0; i < LINES; i++) {
		len =
		    snprintf(line, sizeof line, "%ld %d\n", (long)getpid(), i);
		if (file_append_held("shared", line, (size_t)len) != 0)
			_exit(1);
	}
}

static void
loses_no_line_of_several_writers(void **state)
{
	struct str s = STR_INIT;
	size_t lines = 0;
	long pid;
	int i, status;

	(void)state;
	fflush(NULL);
	for (int w = 0; w < WRITERS; w++)
		if (fork() == 0) {
			append_many();
			_exit(0);
		}
	while (wait(&status) > 0)
		assert_int_equal(status, 0);
	assert_int_equal(file_read("shared", 1 << 20, &s), 0);
	for (const char *at = s.text; *at != '\0'; lines++) {
		assert_int_equal(sscanf(at, "%ld %d\n", &pid, &i), 2);
		at = strchr(at, '\n') + 1;
	}
	assert_int_equal(lines, WRITERS * LINES);
	str_release(&s);
}

static void
add_one_under_the_lock(void)
{
	struct str s = STR_INIT;
	char number[32];
	int len, lock;

	for (int i = 0; i < LINES; i++) {
		lock = file_lock("counter");
		str_clear(&s);
		if (lock == -1 || file_read("counter", 100, &s) != 0)
			_exit(1);
		len = snprintf(number, sizeof number, "%d\n", atoi(s.text) + 1);
		if (file_replace("counter", number, (size_t)len) != 0)
			_exit(2);
		file_unlock(lock);
	}
	str_release(&s);
}

static void
lets_one_in_at_a_time(void **state)
{
	int status;

	(void)state;
	put("counter", "0\n");
	fflush(NULL);
	for (int w = 0; w < WRITERS; w++)
		if (fork() == 0) {
			add_one_under_the_lock();
			_exit(0);
		}
	while (wait(&status) > 0)
		assert_int_equal(status, 0);
	assert_holds("counter", "200\n");
}

static void
appends_for_one_who_holds_the_lock(void **state)
{
	int lock = file_lock("held");

	(void)state;
	assert_int_not_equal(lock, -1);
	assert_int_equal(file_append_held("held", "mine\n", 5), 0);
	file_unlock(lock);
	assert_int_equal(file_append_held("held", "yours\n", 6), 0);
	assert_holds("held", "mine\nyours\n");
}

static void
hands_no_lock_to_a_child_program(void **state)
{
	int lock = file_lock("cloexec");

	(void)state;
	assert_int_not_equal(lock, -1);
	assert_true((fcntl(lock, F_GETFD) & FD_CLOEXEC) != 0);
	file_unlock(lock);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		makes_folders_for_their_owner_alone_whatever_the_umask),
	    cmocka_unit_test(makes_no_folder_where_a_file_stands),
	    cmocka_unit_test(reads_a_whole_file_behind_what_is_there),
	    cmocka_unit_test(leaves_the_text_where_reading_fails),
	    cmocka_unit_test(replaces_no_fifo),
	    cmocka_unit_test(refuses_a_symbolic_link_in_the_place_of_the_file),
	    cmocka_unit_test(refuses_what_is_no_regular_file),
	    cmocka_unit_test(replaces_a_file_and_leaves_nothing_beside_it),
	    cmocka_unit_test(clears_away_what_a_crash_left_of_a_replacement),
	    cmocka_unit_test(
		appends_and_makes_file_and_folder_for_their_owner_alone),
	    cmocka_unit_test(moves_a_torn_last_line_aside),
	    cmocka_unit_test(finds_the_torn_line_across_blocks),
	    cmocka_unit_test(cuts_the_file_back_when_the_disk_is_full),
	    cmocka_unit_test(keeps_the_old_file_when_the_disk_is_full),
	    cmocka_unit_test(keeps_the_torn_line_where_it_is_until_it_is_saved),
	    cmocka_unit_test(loses_no_line_of_several_writers),
	    cmocka_unit_test(lets_one_in_at_a_time),
	    cmocka_unit_test(appends_for_one_who_holds_the_lock),
	    cmocka_unit_test(hands_no_lock_to_a_child_program),
	};

	return cmocka_run_group_tests(
	    tests, test_enter_folder, test_leave_folder);
}
