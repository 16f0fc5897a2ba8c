#include "ask.h"

#include "base/msg.h"
#include "base/num.h"
#include "cli/io.h"
#include "cli/term.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

bool
ask_may(void)
{
	return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

/* Reads a line; false at the end of the input, after which a line begins, too.
 */
static bool
read_line(struct str *line)
{
	int c;

	while ((c = getchar()) != EOF && c != '\n')
		str_addc(line, (char)c);
	if (c == EOF)
		fputc('\n', stderr);
	return c != EOF || line->len > 0;
}

bool
ask_ended(void)
{
	return feof(stdin) != 0 || ferror(stdin) != 0;
}

/* Puts a question, and what may be answered, so that no word of it breaks; the
 * answer is typed behind it or, where asked or where there is no room, below.
 */
static void
put_question(const char *question, const char *answers, bool below)
{
	enum { ROOM = 10 };
	struct str text = STR_INIT;
	struct term t;

	term_init(&t, stderr, TERM_NEVER, false);
	str_addf(&text, "%s (%sEnter to leave it out)", question, answers);
	if (!below && (int)text.len + ROOM <= t.width) {
		fprintf(stderr, "%s ", text.text);
	} else {
		term_wrap(&t, text.text, 0, 0);
		fputs("  ", stderr);
	}
	str_release(&text);
}

/* Puts the question and reads the answer, unless the input has ended. */
static bool
ask(const char *question, const char *answers, bool below, struct str *line)
{
	str_clear(line);
	if (ask_ended())
		return false;
	put_question(question, answers, below);
	return read_line(line);
}

void
ask_number(const char *question, int *number)
{
	struct str line = STR_INIT;
	const char *text, *fault;
	size_t len;
	long value;

	while (ask(question, "0 to 100, ", false, &line)) {
		text = line.text;
		len = line.len;
		str_trim(&text, &len);
		if (len == 0)
			break;
		fault = num_long(text, len, 0, 100, &value);
		if (fault == NULL) {
			*number = (int)value;
			break;
		}
		fprintf(stderr, "  %s\n", fault);
	}
	str_release(&line);
}

/* The index of the first word that begins so, or JOURNAL_NONE. */
static int
begun(const char *const *words, const char *text, size_t len)
{
	for (int i = 0; words[i] != NULL; i++)
		if (strncasecmp(words[i], text, len) == 0)
			return i;
	return JOURNAL_NONE;
}

int
ask_word(const char *question, const char *const *words)
{
	struct str line = STR_INIT, choice = STR_INIT;
	int answer = JOURNAL_NONE;
	const char *text;
	size_t len;

	for (int i = 0; words[i] != NULL; i++)
		str_addf(&choice, "%s, ", words[i]);
	while (answer == JOURNAL_NONE &&
	    ask(question, choice.text, false, &line)) {
		text = line.text;
		len = line.len;
		str_trim(&text, &len);
		if (len == 0)
			break;
		answer = begun(words, text, len);
		if (answer == JOURNAL_NONE)
			fputs("  one of these words, please\n", stderr);
	}
	str_release(&choice);
	str_release(&line);
	return answer;
}

void
ask_text(const char *question, struct str *text)
{
	ask(question, "", true, text);
}

/* More than a text may hold, so that one too long is called so. */
enum { READ_MAX = 64 * JOURNAL_TEXT_MAX };

const char *
said(const char *text)
{
	const char *bare = text;
	size_t len = text == NULL ? 0 : strlen(text);

	if (len > JOURNAL_TEXT_MAX)
		msg_die(RC_DATA, "the text is longer than %d bytes",
		    JOURNAL_TEXT_MAX);
	str_trim(&bare, &len);
	return len == 0 ? "" : text;
}

const char *
read_text(const char *option, struct str *text)
{
	if (option == NULL)
		return "";
	if (strcmp(option, "-") != 0)
		str_adds(text, option);
	else
		io_read("-", READ_MAX, text);
	if (memchr(text->text, '\0', text->len) != NULL)
		msg_die(RC_DATA, "the text holds a NUL byte");
	while (text->len > 0 && text->text[text->len - 1] == '\n')
		text->text[--text->len] = '\0';
	return said(text->text);
}
