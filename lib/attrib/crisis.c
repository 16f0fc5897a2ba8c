#include "attrib/crisis.h"

#include "attrib/attribution.h"

bool
crisis_heard(const char *text, size_t len)
{
	const struct lexicon *lex = &lexicon_built_in;
	struct attribution found;
	struct attrib *reader;
	struct diag err;
	const char *file;
	bool heard;
	size_t i;

	reader = attrib_new(lex, &err, &file);
	if (reader == NULL) /* of the built-in lexicon there always is one */
		return false;
	attrib_read(reader, text, len, ATTRIB_CUES, &found);
	heard = (found.flags & ATTRIB_CRISIS) != 0;
	for (i = 0; i < found.ncues; i++)
		heard |= found.cues[i].weight > 0 &&
		    lex->rules[found.cues[i].rule].dimension == DIM_CRISIS;
	attrib_free(reader);
	return heard;
}
