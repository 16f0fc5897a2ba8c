#include "stream/reader.h"

#include "stream/judge.h"

void
reader_break(struct csvin *in, size_t at, const char *what)
{
	unsigned long line = in->first_line + in->lines;
	size_t first = in->start;

	for (size_t i = in->start; i < at; i++) {
		if (in->buf[i] == '\n') {
			first = i + 1;
			line++;
		}
	}
	in->broken = true;
	diag_set(&in->fault, line, "column %zu: %s", at - first + 1, what);
}

bool
reader_over_limit(struct csvin *in, size_t len, size_t count)
{
	size_t last = in->end + CSVIN_FIELDS_MAX - 1;
	unsigned long line = in->first_line + in->lines;

	if (count > CSVIN_FIELDS_MAX - 1 &&
	    in->lane.ends[last] - in->start < CSVIN_RECORD_MAX)
		diag_set(&in->fault, line, "record of more than %d fields",
		    CSVIN_FIELDS_MAX);
	else if (len > CSVIN_RECORD_MAX)
		diag_set(&in->fault, line, "record of more than %d bytes",
		    CSVIN_RECORD_MAX);
	else
		return false;
	in->broken = true;
	return true;
}

void
reader_judge(struct csvin *in, size_t odd)
{
	size_t len = odd - in->start + 1, at;

	if (reader_over_limit(in, len, in->lane.count - in->end))
		return;
	if (in->buf[odd] == '\0') {
		reader_break(in, odd, "NUL byte");
		return;
	}
	if (in->buf[odd] == '\r') {
		reader_break(in, odd, "carriage return that ends no line");
		return;
	}
	at = judge_record(in->buf + in->start, len, false, in->lane.separator);
	odd = at < len ? in->start + at : odd;
	reader_break(in, odd,
	    in->buf[odd] == '"' ? "quote inside an unquoted field"
				: "text after a closing quote");
}
