#include "concept/webpage.h"

#include <string.h>

static const char style[] =
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, "
    "initial-scale=1\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n"
    "<style>\n"
    ":root { color-scheme: light dark; --ink: #222; --paper: #fdfcf9;\n"
    "  --faint: #595959; --line: #ddd8cc; --link: #14539a; }\n"
    "@media (prefers-color-scheme: dark) {\n"
    "  :root { --ink: #e6e3dc; --paper: #1b1c1e; --faint: #a9a69f;\n"
    "    --line: #3a3b3e; --link: #8fbcf2; }\n"
    "}\n"
    "body { margin: 0 auto; padding: 1rem; max-width: 42rem;\n"
    "  font: 1.05rem/1.55 Georgia, \"Times New Roman\", serif;\n"
    "  color: var(--ink); background: var(--paper);\n"
    "  overflow-wrap: break-word; }\n"
    "h1, h2, h3, h4 { line-height: 1.25; }\n"
    "h2 { margin-top: 3rem; }\n"
    "h3 { margin-bottom: 0.2rem; }\n"
    "h4 { margin: 1rem 0 0.2rem; font-size: 0.95rem; }\n"
    "a { color: var(--link); }\n"
    "article { border-top: 1px solid var(--line); padding: 0.5rem 0 1rem; }\n"
    "pre { font: inherit; white-space: pre-wrap; }\n"
    "ul { padding-left: 1.2rem; margin: 0.2rem 0; }\n"
    "nav ul { columns: 14rem; list-style: none; padding: 0; }\n"
    "nav a { display: inline-block; padding: 0.2rem 0; }\n"
    ".names, .note, .works { color: var(--faint); font-size: 0.9rem; }\n"
    ".names { margin-top: 0; }\n"
    "</style>\n";

static const char intro[] =
    "<h1>Keeping away, and finding back</h1>\n"
    "<p>A glossary for people who keep away from others while wishing for\n"
    "their company. It explains; it does not diagnose. If you are in danger\n"
    "or close to giving up, call your local emergency number, or find\n"
    "someone to talk to at\n"
    "<a href=\"https://findahelpline.com\">findahelpline.com</a>.</p>\n";

static const struct {
	enum concept_kind kind;
	const char *id;
	const char *title;
} kinds[] = {
    {CONCEPT_THEME, "themes", "Themes"},
    {CONCEPT_TERM, "terms", "Terms"},
    {CONCEPT_MECHANISM, "mechanisms", "How it comes about and stays"},
    {CONCEPT_BIAS, "biases", "Patterns of thinking"},
    {CONCEPT_STRATEGY, "strategies", "What helps"},
    {CONCEPT_MEASURE, "measures", "Ways of measuring"},
};

static void
add(struct str *out, const char *text)
{
	str_markup(out, text, strlen(text));
}

static void
add_head(struct str *out, const char *name)
{
	const char *lang = name == NULL ? " lang=\"en-GB\"" : "";

	str_addf(out, "<!DOCTYPE html>\n<html%s>\n<head>\n<title>", lang);
	add(out,
	    name != NULL ? name : "Keeping away, and finding back: a glossary");
	str_addf(out, "</title>\n%s</head>\n<body>\n", style);
	if (name == NULL) {
		str_adds(out, intro);
		return;
	}
	str_adds(out, "<h1>");
	add(out, name);
	str_adds(out, "</h1>\n");
}

/* Where an article stands: at its id, unless that is none of ours, another's,
 * or like that of a section. */
static void
add_anchor(struct str *out, const struct graph *g, size_t at)
{
	const char *id = g->concepts[at].id;

	if (id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0' &&
	    strncmp(id, "kind-", 5) != 0 && graph_find(g, id) == at)
		str_adds(out, id);
	else
		str_addf(out, "_%zu", at + 1);
}

static void
add_list(struct str *out, const char *title, const struct concept_items *of)
{
	if (of->count == 0)
		return;
	str_addf(out, "<h4>%s</h4>\n<ul>\n", title);
	for (size_t i = 0; i < of->count; i++) {
		str_adds(out, "<li>");
		add(out, of->items[i].text);
		str_adds(out, "</li>\n");
	}
	str_adds(out, "</ul>\n");
}

static void
add_link_to(struct str *out, const struct graph *g, size_t at)
{
	str_adds(out, "<a href=\"#");
	add_anchor(out, g, at);
	str_adds(out, "\">");
	add(out, g->concepts[at].title);
	str_adds(out, "</a>");
}

static void
add_link(struct str *out, const struct graph *g, const char *id)
{
	size_t at = graph_find(g, id);

	if (at == GRAPH_NONE)
		add(out, id);
	else
		add_link_to(out, g, at);
}

static void
add_links(struct str *out, const struct graph *g, const char *title,
    const struct concept_items *of)
{
	if (of->count == 0)
		return;
	str_addf(out, "<h4>%s</h4>\n<p>", title);
	for (size_t i = 0; i < of->count; i++) {
		str_adds(out, i > 0 ? ",\n" : "");
		add_link(out, g, of->items[i].text);
	}
	str_adds(out, "</p>\n");
}

static void
add_works(struct str *out, const struct bibliography *b,
    const struct concept_items *keys)
{
	if (keys->count == 0)
		return;
	str_adds(out, "<h4>References</h4>\n<ul class=\"works\">\n");
	for (size_t i = 0; i < keys->count; i++) {
		const char *key = keys->items[i].text;
		const struct reference *r = bibliography_find(b, key);

		str_adds(out, "<li>");
		add(out, r != NULL ? r->citation : key);
		if (r != NULL && *r->doi != '\0') {
			str_adds(out, " <a href=\"https://doi.org/");
			add(out, r->doi);
			str_adds(out, "\">doi</a>");
		}
		if (r != NULL && !r->verified)
			str_adds(out, " (details not yet checked)");
		str_adds(out, "</li>\n");
	}
	str_adds(out, "</ul>\n");
}

static void
add_top(struct str *out, const struct graph *g, size_t at)
{
	const struct concept *c = &g->concepts[at];
	const struct concept_items *names = &c->lists[CONCEPT_ALIASES];

	str_adds(out, "<article id=\"");
	add_anchor(out, g, at);
	str_adds(out, "\">\n<h3>");
	add(out, c->title);
	str_adds(out, "</h3>\n");
	if (names->count > 0)
		str_adds(out, "<p class=\"names\">");
	for (size_t i = 0; i < names->count; i++) {
		str_adds(out, i > 0 ? "; " : "also: ");
		add(out, names->items[i].text);
	}
	str_adds(out, names->count > 0 ? "</p>\n" : "");
	if (c->verbatim) /* it begins with its definition */
		return;
	str_adds(out, "<p><strong>");
	add(out, c->definition);
	str_adds(out, "</strong></p>\n");
}

static void
add_prose(struct str *out, const struct concept *c)
{
	const char *rest = c->article, *part;
	size_t left = c->article_len, len;

	if (c->note != NULL) {
		str_adds(out, "<p class=\"note\">Note: ");
		add(out, c->note);
		str_adds(out, "</p>\n");
	}
	if (c->verbatim) {
		str_adds(out, "<pre>");
		str_markup(out, rest, left);
		str_adds(out, "</pre>\n");
		return;
	}
	while (concept_paragraph(&rest, &left, &part, &len)) {
		str_adds(out, "<p>");
		str_markup(out, part, len);
		str_adds(out, "</p>\n");
	}
}

static void
add_concept(struct str *out, const struct graph *g, size_t at,
    const struct bibliography *b)
{
	const struct concept *c = &g->concepts[at];

	add_top(out, g, at);
	add_prose(out, c);
	add_list(out, "How it looks from inside", &c->lists[CONCEPT_CUES]);
	add_list(out, "What keeps it going", &c->lists[CONCEPT_KEEPS]);
	add_list(out, "What helps", &c->lists[CONCEPT_HELPS]);
	add_links(out, g, "Strategies", &c->lists[CONCEPT_STRATEGIES]);
	add_list(out, "Ladders of small steps (goal-plan)",
	    &c->lists[CONCEPT_FAMILIES]);
	add_list(out, "Measured by (isolate-quiz: instrument/scale)",
	    &c->lists[CONCEPT_MEASURES]);
	if (c->broader != NULL) {
		str_adds(out, "<h4>Part of</h4>\n<p>");
		add_link(out, g, c->broader);
		str_adds(out, "</p>\n");
	}
	add_links(out, g, "Related", &c->lists[CONCEPT_RELATED]);
	add_works(out, b, &c->lists[CONCEPT_REFERENCES]);
	str_adds(out, "</article>\n");
}

static size_t
count(const struct graph *g, enum concept_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < g->count; i++)
		n += g->concepts[i].kind == kind;
	return n;
}

static void
add_contents(struct str *out, const struct graph *g)
{
	str_adds(out, "<nav aria-label=\"Contents\">\n");
	for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
		if (count(g, kinds[k].kind) == 0)
			continue;
		str_addf(out, "<h2><a href=\"#kind-%s\">%s</a></h2>\n<ul>\n",
		    kinds[k].id, kinds[k].title);
		for (size_t i = 0; i < g->count; i++) {
			if (g->concepts[i].kind != kinds[k].kind)
				continue;
			str_adds(out, "<li>");
			add_link_to(out, g, i);
			str_adds(out, "</li>\n");
		}
		str_adds(out, "</ul>\n");
	}
	str_adds(out, "</nav>\n");
}

void
webpage_write(struct str *out, const struct graph *g,
    const struct bibliography *b, const char *name)
{
	add_head(out, name);
	add_contents(out, g);
	str_adds(out, "<main>\n");
	for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
		if (count(g, kinds[k].kind) == 0)
			continue;
		str_addf(out, "<section id=\"kind-%s\">\n<h2>%s</h2>\n",
		    kinds[k].id, kinds[k].title);
		for (size_t i = 0; i < g->count; i++)
			if (g->concepts[i].kind == kinds[k].kind)
				add_concept(out, g, i, b);
		str_adds(out, "</section>\n");
	}
	str_adds(out, "</main>\n</body>\n</html>\n");
}
