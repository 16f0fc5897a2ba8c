/*
 * generate - the files that speed is measured on, the same in every run.
 *
 *   generate answers PEOPLE ITEMS MIN MAX   id, then an answer to each item
 *   generate graded PEOPLE ITEMS            id, then graded items, 0..4
 *   generate prose ROWS                     id, date, a quoted text
 *   generate lines BYTES                    statements of some 120 bytes
 *   generate instrument ITEMS MIN MAX       five sum scales of such answers
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t seed = 20261122;

/* xorshift64* (Vigna 2016). */
static unsigned
chance(unsigned below)
{
	seed ^= seed >> 12;
	seed ^= seed << 25;
	seed ^= seed >> 27;
	return (unsigned)((seed * 2685821657736338717U) >> 33) % below;
}

static void
answers(long people, int items, int min, int max)
{
	printf("respondent");
	for (int i = 1; i <= items; i++)
		printf(",q%d", i);
	putchar('\n');
	for (long p = 1; p <= people; p++) {
		printf("%ld", p);
		for (int i = 0; i < items; i++)
			printf(",%d",
			    min + (int)chance((unsigned)(max - min) + 1));
		putchar('\n');
	}
}

/* theta is a sum of twelve even chances, nearly normal; the items have slopes
 * of 1.2 to 2.05 and thresholds about a unit apart, and are alike from the 19th
 * on to those before. */
static void
graded(long people, int items)
{
	enum { EVEN = 1 << 20 };

	printf("respondent");
	for (int i = 1; i <= items; i++)
		printf(",q%d", i);
	putchar('\n');
	for (long p = 1; p <= people; p++) {
		double theta = -6;

		for (int i = 0; i < 12; i++)
			theta += chance(EVEN) / (double)EVEN;
		printf("%ld", p);
		for (int i = 0; i < items; i++) {
			double even = (chance(EVEN) + 0.5) / EVEN;
			int like = i % 18;
			double z = 1.2 + 0.05 * like;
			int answer = 0;

			for (int m = 0; m < 4; m++)
				answer += even < 1 /
					(1 +
					    exp(-z *
						(theta + 1.8 - m -
						    0.03 * like)));
			printf(",%d", answer);
		}
		putchar('\n');
	}
}

static void
prose(long rows)
{
	static const char *const words[] = {"I", "did", "not", "go", "because",
	    "nobody", "asked", "me", "again", "and", "then", "we", "talked",
	    "about", "work", "it", "was", "fine", "they", "\"\"fine\"\"", "she",
	    "said", "yesterday", "maybe", "next", "time", "too", "late,", "so"};
	unsigned n = sizeof words / sizeof words[0];

	puts("id,date,text");
	for (long r = 1; r <= rows; r++) {
		printf("%ld,2026-%02u-%02u,\"Today", r, 1 + chance(12),
		    1 + chance(28));
		for (unsigned w = 10 + chance(50); w > 0; w--)
			printf(" %s", words[chance(n)]);
		puts(".\"");
	}
}

/* Words by Zipf's law, the most frequent first, and names no lexicon knows. */
static void
lines(long bytes)
{
	static const char *const words[] = {"I", "the", "and", "to", "my", "of",
	    "a", "was", "me", "that", "in", "it", "not", "he", "they", "but",
	    "for", "we", "she", "with", "had", "is", "have", "because", "at",
	    "so", "on", "her", "when", "felt", "friends", "all", "about", "be",
	    "people", "don't", "never", "always", "what", "from", "up", "could",
	    "home", "work", "again", "think", "would", "know", "go", "nobody",
	    "time", "really", "after", "asked", "train", "early", "evening",
	    "alone", "party", "should", "have", "friend", "said", "boring",
	    "window", "garden", "fault", "everyone", "failed", "meeting",
	    "late", "teacher", "kitchen", "lazy", "street", "maybe", "laughed",
	    "coffee", "angry", "Tuesday", "blue", "letters", "quiet", "bus",
	    "stupid"};
	unsigned n = sizeof words / sizeof words[0];
	long done = 0, at;
	unsigned k;

	while (done < bytes) {
		for (at = 0; at < 112; at += k) {
			if (chance(12) == 0) {
				k = (unsigned)printf(
				    "%sn%u", at > 0 ? " " : "", chance(20000));
				continue;
			}
			k = n / (1 + chance(n));
			k = (unsigned)printf("%s%s%s", at > 0 ? " " : "",
			    words[k > 1 ? chance(k) : chance(n)],
			    chance(11) == 0 ? "," : "");
		}
		puts(".");
		done += at + 2;
	}
}

static void
instrument(int items, int min, int max)
{
	printf("id: bench\ntitle: Five scales\nrange: %d..%d\n\nitem,scale\n",
	    min, max);
	for (int i = 0; i < items; i++)
		printf("q%d,%ss%d\n", i + 1, i % 3 == 2 ? "-" : "",
		    i * 5 / items + 1);
}

int
main(int argc, char *argv[])
{
	long n[4] = {0};

	for (int i = 2; i < argc && i < 6; i++)
		n[i - 2] = strtol(argv[i], NULL, 10);
	if (argc == 6 && strcmp(argv[1], "answers") == 0)
		answers(n[0], (int)n[1], (int)n[2], (int)n[3]);
	else if (argc == 4 && strcmp(argv[1], "graded") == 0)
		graded(n[0], (int)n[1]);
	else if (argc == 3 && strcmp(argv[1], "prose") == 0)
		prose(n[0]);
	else if (argc == 3 && strcmp(argv[1], "lines") == 0)
		lines(n[0]);
	else if (argc == 5 && strcmp(argv[1], "instrument") == 0)
		instrument((int)n[0], (int)n[1], (int)n[2]);
	else
		return 2;
	return fclose(stdout) == 0 ? 0 : 4;
}
