/*
 * reconnect_attribute(3)
 */
#include "api/api.h"

#include "attrib/attribution.h"
#include "attrib/lexicon.h"
#include "base/mem.h"
#include "data/data.h"

#include <stdlib.h>
#include <string.h>

_Static_assert((int)RECONNECT_STATEMENT_MAX == (int)ATTRIB_TEXT_MAX &&
	(int)RECONNECT_CRISIS == (int)ATTRIB_CRISIS &&
	(int)RECONNECT_TOO_SHORT == (int)ATTRIB_TOO_SHORT &&
	(int)RECONNECT_BAD_UTF8 == (int)ATTRIB_BAD_UTF8,
    "the public names stand for the same");

struct reconnect_lexicon {
	struct lexicon *rules;
};

struct reconnect_reader {
	struct attrib *attrib;
	const struct lexicon *rules;
};

struct reconnect_lexicon *
reconnect_lexicon_builtin(void)
{
	static const char room[] = "lexicon/";
	struct reconnect_lexicon *lexicon = mem_alloc(1, sizeof *lexicon);
	struct diag err;

	lexicon->rules = lexicon_new();
	for (size_t i = 0; i < data_count; i++)
		if (strncmp(data_files[i].path, room, sizeof room - 1) == 0)
			lexicon_add(lexicon->rules, data_files[i].path,
			    data_files[i].bytes, data_files[i].len, &err);
	return lexicon;
}

int
reconnect_lexicon_add(struct reconnect_lexicon *lexicon, const char *text,
    size_t len, struct reconnect_fault *fault)
{
	struct diag err;

	if (lexicon_add(lexicon->rules, "own", text, len, &err) == 0)
		return 0;
	api_fault(fault, &err);
	return -1;
}

void
reconnect_lexicon_free(struct reconnect_lexicon *lexicon)
{
	if (lexicon != NULL)
		lexicon_free(lexicon->rules);
	free(lexicon);
}

struct reconnect_reader *
reconnect_reader_new(
    const struct reconnect_lexicon *lexicon, struct reconnect_fault *fault)
{
	struct reconnect_reader *reader = mem_alloc(1, sizeof *reader);
	const char *file;
	struct diag err;

	reader->rules = lexicon->rules;
	reader->attrib = attrib_new(lexicon->rules, &err, &file);
	if (reader->attrib != NULL)
		return reader;
	api_fault(fault, &err);
	free(reader);
	return NULL;
}

void
reconnect_reader_free(struct reconnect_reader *reader)
{
	if (reader != NULL)
		attrib_free(reader->attrib);
	free(reader);
}

static int
valence(enum valence v)
{
	static const int told[] = {
	    [VALENCE_UNKNOWN] = 2,
	    [VALENCE_NEGATIVE] = -1,
	    [VALENCE_NEUTRAL] = 0,
	    [VALENCE_POSITIVE] = 1,
	};

	return told[v];
}

int
reconnect_attribute(struct reconnect_reader *reader, const char *text,
    size_t len, int assume_cause, struct reconnect_attribution *out)
{
	struct attribution a;

	if (len > ATTRIB_TEXT_MAX)
		return -1;
	attrib_read(reader->attrib, text, len,
	    assume_cause != 0 ? ATTRIB_ASSUME_CAUSE : 0, &a);
	*out = (struct reconnect_attribution){
	    .internality = a.scale[DIM_INTERNALITY],
	    .stability = a.scale[DIM_STABILITY],
	    .globality = a.scale[DIM_GLOBALITY],
	    .control = a.scale[DIM_CONTROL],
	    .valence = valence(a.valence),
	    .words = a.words,
	    .flags = a.flags,
	};
	for (size_t i = 0; i < a.nconcepts && i < RECONNECT_CONCEPTS; i++) {
		out->concept_id[i] =
		    lexicon_concept_id(reader->rules, a.concepts[i].concept);
		out->severity[i] = a.concepts[i].severity;
		out->concepts++;
	}
	return 0;
}
