/*
 * compare - what whole processes cost, as multiples of the first command.
 *
 *   compare [-c] ROUNDS COMMAND ...
 *
 * Each COMMAND is one argument, split at blanks, run with its output thrown
 * away.  The commands take turns, so that whatever else the machine does hits
 * all of them alike; the median of each is compared: of the time that passed,
 * or with -c of the processor's time, user and system.  Output: CSV, with the
 * most memory that the command had at a time.
 */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

enum { WORDS_MAX = 32 };

struct command {
	const char *text;
	char *words[WORDS_MAX + 1];
	double *ms;
	long peak_kib;
	char *copy; /* of the text, cut into words */
};

static _Noreturn void
die(const char *what)
{
	fprintf(stderr, "compare: %s: %s\n", what, strerror(errno));
	exit(4);
}

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
split(struct command *c, const char *text)
{
	char *save = NULL;
	int n = 0;

	c->text = text;
	if ((c->copy = strdup(text)) == NULL)
		die(text);
	for (char *w = strtok_r(c->copy, " ", &save);
	     w != NULL && n < WORDS_MAX; w = strtok_r(NULL, " ", &save))
		c->words[n++] = w;
	if (n == 0)
		die("a command without a word");
}

static double
tv_ms(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static double
run(struct command *c, const posix_spawn_file_actions_t *quiet, bool cpu)
{
	double start = now_ms();
	struct rusage used;
	pid_t pid;
	int status;

	if ((errno = posix_spawnp(
		 &pid, c->words[0], quiet, NULL, c->words, environ)) != 0)
		die(c->text);
	if (wait4(pid, &status, 0, &used) == -1)
		die("wait4");
	if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
		fprintf(stderr, "compare: failed: %s\n", c->text);
		exit(1);
	}
	if (c->peak_kib < used.ru_maxrss)
		c->peak_kib = used.ru_maxrss;
	return cpu ? tv_ms(used.ru_utime) + tv_ms(used.ru_stime)
		   : now_ms() - start;
}

int
main(int argc, char *argv[])
{
	bool cpu = argc > 1 && strcmp(argv[1], "-c") == 0;
	size_t rounds;
	size_t n;
	struct command *commands;
	posix_spawn_file_actions_t quiet;
	const char *quote;

	argc -= cpu;
	argv += cpu;
	rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	n = argc > 2 ? (size_t)argc - 2 : 0;
	if (rounds == 0 || n == 0) {
		fprintf(stderr, "usage: compare [-c] ROUNDS COMMAND ...\n");
		return 2;
	}
	commands = calloc(n + 1, sizeof *commands);
	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
	for (size_t i = 0; i < n; i++) {
		split(&commands[i], argv[i + 2]);
		commands[i].ms = calloc(rounds, sizeof(double));
	}
	for (size_t r = 0; r < rounds; r++)
		for (size_t i = 0; i < n; i++)
			commands[i].ms[r] = run(&commands[i], &quiet, cpu);
	printf("command,%s_ms,ratio,peak_kib\n", cpu ? "cpu" : "passed");
	for (size_t i = 0; i < n; i++) {
		qsort(commands[i].ms, rounds, sizeof(double), compare);
		quote = strchr(commands[i].text, ',') != NULL ? "\"" : "";
		printf("%s%s%s,%.3f,%.2f,%ld\n", quote, commands[i].text, quote,
		    commands[i].ms[rounds / 2],
		    commands[i].ms[rounds / 2] / commands[0].ms[rounds / 2],
		    commands[i].peak_kib);
	}
	return 0;
}
