/*
 * driver - drives a fuzz harness where libFuzzer is not at hand: every file of
 * the corpus as it is, then mutations of them, the same in every run.
 *
 *   fuzz_NAME [CORPUS] [ROUNDS]
 *
 * It follows no coverage: it finds what is shallow, in seconds, with any
 * compiler.  "make fuzz" has libFuzzer find the rest.
 */
#include <dirent.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { INPUTS_MAX = 256, INPUT_MAX = 4096, ROUNDS = 5000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

struct input {
	uint8_t bytes[INPUT_MAX];
	size_t len;
};

static struct input corpus[INPUTS_MAX], mutant;
static size_t count;
static uint64_t seed = 20261122;

/* xorshift64* (Vigna 2016): good enough to choose by. */
static size_t
chance(size_t below)
{
	seed ^= seed >> 12;
	seed ^= seed << 25;
	seed ^= seed >> 27;
	return (size_t)((seed * 2685821657736338717U) >> 33) % below;
}

static void
read_file(const char *folder, const char *name)
{
	char path[4096];
	FILE *fp;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	if (*name == '.' || (fp = fopen(path, "rb")) == NULL)
		return;
	corpus[count].len = fread(corpus[count].bytes, 1, INPUT_MAX, fp);
	count++;
	fclose(fp);
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void
read_corpus(const char *folder)
{
	struct dirent **entries;
	int n = scandir(folder, &entries, NULL, by_name);

	for (int i = 0; i < n; i++) {
		if (count < INPUTS_MAX)
			read_file(folder, entries[i]->d_name);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	if (count == 0)
		count = 1; /* the empty input */
}

static void
remove_bytes(void)
{
	size_t at = chance(mutant.len), n = 1 + chance(mutant.len - at);

	memmove(mutant.bytes + at, mutant.bytes + at + n, mutant.len - at - n);
	mutant.len -= n;
}

static void
insert_bytes(const uint8_t *bytes, size_t n)
{
	size_t at = chance(mutant.len + 1);

	if (n > INPUT_MAX - mutant.len)
		return;
	memmove(mutant.bytes + at + n, mutant.bytes + at, mutant.len - at);
	memcpy(mutant.bytes + at, bytes, n);
	mutant.len += n;
}

/* What formats of text trip over. */
static void
insert_sign(void)
{
	static const char *const signs[] = {"\"", "\"\"", ",", "\n", "\r\n",
	    "\r", "\xef\xbb\xbf", "\x80", "\xf0\x9f\x98\x80", ":", ";", "#",
	    " ", "-", "\t", "9999999999999999999", "1e999", "nan", "\n\n"};
	size_t i = chance(sizeof signs / sizeof signs[0] + 1);
	uint8_t nul = 0;

	if (i == sizeof signs / sizeof signs[0])
		insert_bytes(&nul, 1);
	else
		insert_bytes((const uint8_t *)signs[i], strlen(signs[i]));
}

static void
cross(void)
{
	const struct input *other = &corpus[chance(count)];
	size_t at, n;

	if (other->len == 0)
		return;
	at = chance(other->len);
	n = 1 + chance(other->len - at);
	insert_bytes(other->bytes + at, n);
}

static void
mutate(void)
{
	size_t kind = chance(4);

	if (kind == 0 && mutant.len > 0)
		mutant.bytes[chance(mutant.len)] = (uint8_t)chance(256);
	else if (kind == 1 && mutant.len > 0)
		remove_bytes();
	else if (kind == 2)
		cross();
	else
		insert_sign();
}

/* What is run is kept for the one who has to look: in one open file, since a
 * new one each time waits for the disk. */
static void
keep(const struct input *input)
{
	static int fd = -1;

	if (fd == -1)
		fd = open("last-input", O_WRONLY | O_CREAT | O_TRUNC, 0600);
	if (fd == -1 || ftruncate(fd, (off_t)input->len) != 0 ||
	    pwrite(fd, input->bytes, input->len, 0) != (ssize_t)input->len) {
		perror("driver: last-input");
		exit(4);
	}
}

/* The harness gets a copy of the exact size, so that a sanitizer sees a read
 * past its end. */
static void
run(const struct input *input)
{
	uint8_t *copy = malloc(input->len > 0 ? input->len : 1);

	if (copy == NULL)
		exit(4);
	keep(input);
	memcpy(copy, input->bytes, input->len);
	LLVMFuzzerTestOneInput(copy, input->len);
	free(copy);
}

int
main(int argc, char *argv[])
{
	long rounds = argc > 2 ? strtol(argv[2], NULL, 10) : ROUNDS;

	read_corpus(argc > 1 ? argv[1] : ".");
	if (count == 0)
		count = 1; /* nothing to begin with is an empty input */
	for (size_t i = 0; i < count; i++)
		run(&corpus[i]);
	for (long i = 0; i < rounds; i++) {
		mutant = corpus[chance(count)];
		for (size_t n = 1 + chance(8); n > 0; n--)
			mutate();
		run(&mutant);
	}
	return 0;
}
