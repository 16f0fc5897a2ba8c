#include "concept/word.h"

#include <string.h>

/* Endings, longest first among those that share an end; the first that fits
 * and leaves at least least letters is replaced, up to three times.  This
 * follows the idea of Porter ("An algorithm for suffix stripping", Program
 * 14(3), 1980) with fewer steps and a plain letter count for his measure. */
static const struct {
	const char *ending;
	size_t len; /* of the ending */
	const char *instead;
	size_t least; /* letters before the ending */
} rules[] = {
    {"iness", 5, "y", 2},
    {"fulness", 7, "", 3},
    {"ness", 4, "", 3},
    {"sses", 4, "ss", 1},
    {"ies", 3, "y", 2},
    {"ss", 2, "ss", 0},
    {"us", 2, "us", 0},
    {"is", 2, "is", 0},
    {"s", 1, "", 3},
    {"isation", 7, "is", 3},
    {"ization", 7, "is", 3},
    {"ational", 7, "at", 3},
    {"ation", 5, "at", 3},
    {"sion", 4, "s", 3},
    {"tion", 4, "t", 3},
    {"ising", 5, "is", 3},
    {"izing", 5, "is", 3},
    {"ised", 4, "is", 3},
    {"ized", 4, "is", 3},
    {"ise", 3, "is", 3},
    {"ize", 3, "is", 3},
    {"iz", 2, "is", 3},
    {"ying", 4, "y", 2},
    {"ing", 3, "", 3},
    {"ied", 3, "y", 2},
    {"eed", 3, "eed", 0},
    {"ed", 2, "", 3},
    {"ship", 4, "", 4},
    {"ment", 4, "", 4},
    {"ance", 4, "", 4},
    {"ence", 4, "", 4},
    {"ant", 3, "", 4},
    {"ally", 4, "al", 3},
    {"fully", 5, "", 3},
    {"ful", 3, "", 3},
    {"ably", 4, "", 4},
    {"able", 4, "", 4},
    {"ily", 3, "y", 3},
    {"ly", 2, "", 3},
    {"our", 3, "or", 3},
    {"e", 1, "", 3},
};

/* Forms that no ending tells, sorted; the other is stemmed in turn. */
static const struct {
	const char *form;
	const char *instead;
} irregular[] = {
    {"anxiety", "anxious"},
    {"became", "become"},
    {"began", "begin"},
    {"begun", "begin"},
    {"bought", "buy"},
    {"broke", "break"},
    {"broken", "break"},
    {"brought", "bring"},
    {"came", "come"},
    {"children", "child"},
    {"chose", "choose"},
    {"chosen", "choose"},
    {"died", "die"},
    {"dying", "die"},
    {"everybody", "everyone"},
    {"fell", "fall"},
    {"felt", "feel"},
    {"forgot", "forget"},
    {"forgotten", "forget"},
    {"found", "find"},
    {"gave", "give"},
    {"given", "give"},
    {"goes", "go"},
    {"going", "go"},
    {"gone", "go"},
    {"got", "get"},
    {"grew", "grow"},
    {"grown", "grow"},
    {"heard", "hear"},
    {"held", "hold"},
    {"hid", "hide"},
    {"hidden", "hide"},
    {"kept", "keep"},
    {"knew", "know"},
    {"known", "know"},
    {"left", "leave"},
    {"lives", "life"},
    {"loss", "lose"},
    {"lost", "lose"},
    {"made", "make"},
    {"meant", "mean"},
    {"men", "man"},
    {"met", "meet"},
    {"paid", "pay"},
    {"ran", "run"},
    {"said", "say"},
    {"sat", "sit"},
    {"saw", "see"},
    {"says", "say"},
    {"seen", "see"},
    {"sent", "send"},
    {"shown", "show"},
    {"slept", "sleep"},
    {"somebody", "someone"},
    {"spent", "spend"},
    {"spoke", "speak"},
    {"spoken", "speak"},
    {"stood", "stand"},
    {"stuck", "stick"},
    {"taken", "take"},
    {"taught", "teach"},
    {"thought", "think"},
    {"thoughts", "think"},
    {"told", "tell"},
    {"took", "take"},
    {"tried", "try"},
    {"understood", "understand"},
    {"went", "go"},
    {"woke", "wake"},
    {"women", "woman"},
    {"won", "win"},
    {"wore", "wear"},
    {"worn", "wear"},
    {"worse", "bad"},
    {"worst", "bad"},
    {"written", "write"},
    {"wrote", "write"},
};

static const char *const common[] = {"a", "about", "above", "after", "again",
    "am", "an", "and", "any", "are", "arent", "as", "at", "be", "because",
    "been", "before", "being", "below", "between", "both", "but", "by", "can",
    "cant", "could", "couldnt", "did", "didnt", "do", "does", "doesnt", "doing",
    "dont", "down", "during", "each", "few", "for", "from", "further", "get",
    "had", "hadnt", "has", "hasnt", "have", "havent", "having", "he", "hed",
    "her", "here", "hers", "herself", "him", "himself", "his", "how", "i", "id",
    "if", "ill", "im", "in", "into", "is", "isnt", "it", "its", "itself", "ive",
    "just", "me", "more", "most", "my", "myself", "of", "off", "on", "once",
    "oneself", "or", "other", "our", "ours", "ourselves", "out", "over", "own",
    "same", "she", "shed", "so", "some", "such", "than", "that", "thats", "the",
    "their", "theirs", "them", "themselves", "then", "there", "these", "they",
    "theyre", "this", "those", "through", "to", "too", "under", "until", "up",
    "very", "was", "wasnt", "we", "were", "werent", "what", "whats", "when",
    "where", "which", "while", "who", "whom", "why", "will", "with", "wont",
    "would", "you", "your", "yours", "yourself", "yourselves"};

bool
word_is_common(const char *word, size_t len)
{
	size_t low = 0, high = sizeof common / sizeof common[0], middle;
	int order;

	while (low < high) {
		middle = low + (high - low) / 2;
		order = strncmp(word, common[middle], len);
		if (order == 0)
			order = -(common[middle][len] != '\0');
		if (order == 0)
			return true;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* Replaces one ending of the word at out->text + start; false if none fits or
 * the word stays as it is. */
static bool
strip(struct str *out, size_t start)
{
	const char *word = out->text + start;
	size_t len = out->len - start, n;

	for (size_t i = 0; len > 0 && i < sizeof rules / sizeof rules[0]; i++) {
		n = rules[i].len;
		/* Most endings differ in the last letter already. */
		if (word[len - 1] != rules[i].ending[n - 1] ||
		    len < n + rules[i].least ||
		    memcmp(word + len - n, rules[i].ending, n) != 0)
			continue;
		if (strcmp(rules[i].ending, rules[i].instead) == 0)
			return false;
		out->len -= n;
		out->text[out->len] = '\0';
		str_adds(out, rules[i].instead);
		return true;
	}
	return false;
}

/* Appends the word, or the form that stands for it. */
static void
add_regular(struct str *out, const char *word, size_t len)
{
	size_t low = 0, high = sizeof irregular / sizeof irregular[0], middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (strncmp(irregular[middle].form, word, len) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < sizeof irregular / sizeof irregular[0] &&
	    str_equal(word, len, irregular[low].form))
		str_adds(out, irregular[low].instead);
	else
		str_add(out, word, len);
}

void
word_stem(struct str *out, const char *word, size_t len)
{
	enum { ROUNDS = 3, SHORT = 3 };
	size_t start = out->len;
	const char *end;

	add_regular(out, word, len);
	if (out->len - start <= SHORT)
		return;
	for (int i = 0; i < ROUNDS && strip(out, start); i++)
		continue;
	/* "planned" and "plan", "labelling" and "label" */
	end = out->text + out->len;
	if (out->len - start > SHORT && end[-1] == end[-2] && end[-1] != 's' &&
	    strchr("aeiou", end[-1]) == NULL) {
		out->len--;
		out->text[out->len] = '\0';
	}
}

bool
word_next_stem(const char **rest, struct word_pairs *pairs, struct str *pair)
{
	const char *word;
	size_t len;

	do {
		if (!str_split(rest, ' ', &word, &len))
			return false;
	} while (word_is_common(word, len));
	memmove(
	    pair->text, pair->text + pairs->second, pair->len - pairs->second);
	pair->len -= pairs->second;
	pairs->second = 0;
	if (pair->len > 0) {
		str_addc(pair, ' ');
		pairs->second = pair->len;
	}
	word_stem(pair, word, len);
	return true;
}

bool
word_next_common_pair(const char **rest, struct str *pair)
{
	const char *word, *next, *ahead;
	size_t len, next_len;

	for (;;) {
		if (!str_split(rest, ' ', &word, &len))
			return false;
		ahead = *rest;
		if (!str_split(&ahead, ' ', &next, &next_len))
			return false;
		if (!word_is_common(word, len) &&
		    !word_is_common(next, next_len))
			continue;
		str_clear(pair);
		word_stem(pair, word, len);
		str_addc(pair, ' ');
		word_stem(pair, next, next_len);
		return true;
	}
}
