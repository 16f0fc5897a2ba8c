#include "attrib/shape.h"

#include <stdbool.h>
#include <string.h>

/* Both by strcmp(). */
static const char *const closed[] = {"a", "about", "across", "after", "again",
    "against", "all", "almost", "along", "already", "also", "although",
    "always", "am", "an", "and", "another", "any", "anybody", "anyone",
    "anything", "are", "around", "as", "at", "be", "because", "been", "before",
    "behind", "being", "between", "both", "but", "by", "can", "cannot", "could",
    "did", "do", "does", "doing", "done", "down", "during", "each", "either",
    "even", "ever", "every", "everybody", "everyone", "everything", "few",
    "for", "from", "get", "getting", "go", "going", "got", "had", "has", "have",
    "having", "he", "her", "here", "hers", "herself", "him", "himself", "his",
    "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "many",
    "may", "me", "might", "mine", "more", "most", "much", "must", "my",
    "myself", "near", "neither", "never", "no", "nobody", "none", "nor", "not",
    "nothing", "now", "of", "off", "on", "once", "one", "only", "or", "other",
    "ought", "our", "ours", "ourselves", "out", "over", "own", "really", "same",
    "shall", "she", "should", "since", "so", "some", "somebody", "someone",
    "something", "still", "such", "than", "that", "the", "their", "theirs",
    "them", "themselves", "then", "there", "these", "they", "this", "those",
    "though", "through", "till", "to", "too", "toward", "towards", "under",
    "unless", "until", "up", "upon", "us", "very", "was", "we", "went", "were",
    "what", "when", "whenever", "where", "whether", "which", "while", "who",
    "whom", "whose", "why", "will", "with", "within", "without", "would", "yet",
    "you", "your", "yours", "yourself"};

static const char *const people[] = {"aunt", "boss", "boy", "boyfriend", "boys",
    "brother", "child", "children", "classmate", "classmates", "colleague",
    "colleagues", "cousin", "coworker", "coworkers", "dad", "daughter",
    "doctor", "family", "father", "friend", "friends", "girl", "girlfriend",
    "girls", "grandfather", "grandma", "grandmother", "grandpa", "group", "guy",
    "guys", "husband", "kid", "kids", "lady", "man", "manager", "men", "mom",
    "mother", "mum", "neighbor", "neighbors", "neighbour", "neighbours",
    "others", "parent", "parents", "partner", "people", "person", "professor",
    "roommate", "sister", "son", "stranger", "strangers", "student", "students",
    "teacher", "teachers", "team", "uncle", "wife", "woman", "women"};

static bool
is_in(const char *const *list, size_t n, const char *word, size_t len)
{
	size_t low = 0;

	while (low < n) {
		size_t middle = low + (n - low) / 2;
		int order = strncmp(word, list[middle], len);

		if (order == 0 && list[middle][len] == '\0')
			return true;
		if (order > 0)
			low = middle + 1;
		else
			n = middle;
	}
	return false;
}

static bool
is_closed(const char *word, size_t len)
{
	return is_in(closed, sizeof closed / sizeof *closed, word, len);
}

static bool
is_people(const char *word, size_t len)
{
	return is_in(people, sizeof people / sizeof *people, word, len);
}

static bool
ends_in(const char *word, size_t len, const char *ending)
{
	size_t n = strlen(ending);

	return len >= n && memcmp(word + len - n, ending, n) == 0;
}

/* What kind of word it seems to be. */
static const char *
kind_of(const char *word, size_t len)
{
	static const char *const endings[][2] = {
	    {"ed", "ED"}, {"ing", "ING"}, {"ly", "LY"}, {"s", "S"}};

	if (is_people(word, len))
		return "PEOPLE";
	if (*word >= '0' && *word <= '9')
		return "NUMBER";
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (ends_in(word, len, endings[i][0]) &&
		    len > strlen(endings[i][0]) + 2 &&
		    !ends_in(word, len, "ss"))
			return endings[i][1];
	return "WORD";
}

const char *
shape_of(const char *word, size_t len, size_t *shape_len)
{
	const char *kind;

	*shape_len = len;
	if (is_closed(word, len))
		return word;
	if (memchr(word, '\'', len) == NULL)
		kind = kind_of(word, len);
	else if (!ends_in(word, len, "'s") || is_closed(word, len - 2))
		return word;
	else
		kind = is_people(word, len - 2) ? "PEOPLE'S" : "WORD'S";
	*shape_len = strlen(kind);
	return kind;
}
