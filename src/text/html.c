#include "text/html.h"

#include "base/library.h"
#include "base/map.h"
#include "text/encoding.h"
#include "text/tags.h"

#include <libxml/HTMLparser.h>
#include <limits.h>

#define FUNCTIONS(X) \
	X(htmlCreateMemoryParserCtxt) \
	X(htmlCtxtUseOptions) \
	X(htmlParseDocument) \
	X(htmlFreeParserCtxt) \
	X(xmlStopParser)

struct library {
#define DECLARE(name) __typeof__(&name) name;
	FUNCTIONS(DECLARE)
#undef DECLARE
};

struct parser {
	struct library library;
	htmlParserCtxtPtr context;
	cp_arena *arena;
	cp_html *html;
	cp_map names;                 /* of elements and attributes … */
	CP_ARRAY(cp_str) known;       /* … each kept once */
	CP_ARRAY(uint32_t) ancestors; /* of what comes next */
	cp_buf text;                  /* which libxml2 gives in pieces … */
	size_t text_at;               /* … that begin here */
};

/* libxml2 is not linked but opened, as loading it takes longer than a check does. */
static bool open_library(struct library *library)
{
#define ROW(name) {#name, &library->name},
	const cp_symbol symbols[] = { FUNCTIONS(ROW) };
#undef ROW
	return cp_library_open("libxml2.so.2", symbols, sizeof symbols / sizeof *symbols);
}

/* ---- From events to the tree ---- */

static cp_str keep_name(struct parser *parser, const char *name)
{
	cp_str wanted = cp_str_of(name);
	uint32_t index = cp_map_find(&parser->names, wanted);
	if (index != CP_NONE)
		return parser->known.at[index];
	cp_str kept = cp_str_copy(parser->arena, wanted);
	cp_map_add(parser->arena, &parser->names, kept, (uint32_t)parser->known.len);
	*cp_push(parser->arena, &parser->known) = kept;
	return kept;
}

/* The parser has read the tag, so what it stands at is near the end of it. */
static size_t find_place(const struct parser *parser)
{
	const xmlParserInput *input = parser->context->input;
	return input ? input->consumed + (size_t)(input->cur - input->base) : 0;
}

static uint32_t add_node(struct parser *parser, cp_str name, cp_str text, size_t at)
{
	uint32_t index = (uint32_t)parser->html->nodes.len;
	*cp_push(parser->arena, &parser->html->nodes) = (cp_html_node){
		.name = name,
		.text = text,
		.parent = parser->ancestors.len
			? parser->ancestors.at[parser->ancestors.len - 1]
			: 0,
		.end = index + 1,
		.attributes = (uint32_t)parser->html->attributes.len,
		.at = at,
	};
	return index;
}

static void add_text(struct parser *parser)
{
	if (!parser->text.len)
		return;
	add_node(parser, (cp_str){0},
		cp_windows_1252_mend(parser->arena, cp_buf_str(&parser->text)),
		parser->text_at);
	parser->text.len = 0;
}

static void see_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
	struct parser *parser = data;
	cp_html *html = parser->html;
	if (parser->ancestors.len >= CP_HTML_DEEPEST) {
		html->fault = "elements are nested too deep";
		parser->library.xmlStopParser(parser->context);
	}
	if (html->fault)
		return;
	add_text(parser);
	cp_str kept = keep_name(parser, (const char *)name);
	uint32_t index = add_node(parser, kept, (cp_str){0}, find_place(parser));
	for (size_t i = 0; attributes && attributes[i]; i += 2) {
		cp_str value = cp_str_of((const char *)attributes[i + 1]);
		*cp_push(parser->arena, &html->attributes) = (cp_html_attribute){
			.name = keep_name(parser, (const char *)attributes[i]),
			.value = cp_windows_1252_mend(parser->arena, value),
		};
		html->nodes.at[index].count++;
	}
	*cp_push(parser->arena, &parser->ancestors) = index;
}

static void close_to(struct parser *parser, size_t depth)
{
	while (parser->ancestors.len > depth)
		parser->html->nodes.at[parser->ancestors.at[--parser->ancestors.len]]
			.end = (uint32_t)parser->html->nodes.len;
}

/* libxml2 reports an end for each start, but for those of <html> and <body> not always in
 * order. */
static void see_end(void *data, const xmlChar *name)
{
	struct parser *parser = data;
	cp_str wanted = cp_str_of((const char *)name);
	add_text(parser);
	for (size_t depth = parser->ancestors.len; depth-- > 1;)
		if (cp_str_eq(parser->html->nodes.at[parser->ancestors.at[depth]].name,
			    wanted)) {
			close_to(parser, depth);
			return;
		}
}

static void see_text(void *data, const xmlChar *text, int len)
{
	struct parser *parser = data;
	if (parser->html->fault)
		return;
	if (!parser->text.len)
		parser->text_at = find_place(parser);
	cp_buf_put(&parser->text, (cp_str){(const char *)text, (size_t)len});
}

static void parse(struct parser *parser)
{
	htmlParserCtxtPtr context = parser->context;
	memset(context->sax, 0, sizeof *context->sax);
	context->sax->startElement = see_start;
	context->sax->endElement = see_end;
	context->sax->characters = see_text;
	context->sax->ignorableWhitespace = see_text;
	context->sax->cdataBlock = see_text;
	parser->library.htmlCtxtUseOptions(context,
		HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOERROR
			| HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
	context->userData = parser;
	/* Else anything beyond ASCII would make it guess. */
	context->charset = XML_CHAR_ENCODING_UTF8;
	parser->library.htmlParseDocument(context);
	add_text(parser);
	cp_buf_clear(&parser->text);
	parser->library.htmlFreeParserCtxt(context);
	parser->context = NULL;
}

cp_html *cp_html_parse(cp_arena *arena, cp_str text)
{
	struct parser parser = {.arena = arena, .html = CP_NEW(arena, cp_html)};
	*cp_push(arena, &parser.html->nodes) = (cp_html_node){.name = CP_LIT("")};
	*cp_push(arena, &parser.ancestors) = 0;
	size_t sound = cp_tags_sound(text);
	if (!open_library(&parser.library))
		parser.html->fault = "reading HTML needs libxml2 (Debian: libxml2)";
	else if (text.len >= INT_MAX)
		parser.html->fault = "the page is too large";
	else if (sound)
		parser.context =
			parser.library.htmlCreateMemoryParserCtxt(text.at, (int)sound);
	if (parser.context)
		parse(&parser);
	if (sound < text.len && !parser.html->fault)
		parser.html->fault = "a tag has thousands of attributes";
	close_to(&parser, 0);
	return parser.html;
}

/* ---- Asking ---- */

cp_str cp_html_attribute_of(const cp_html *html, uint32_t node, const char *name)
{
	const cp_html_node *of = &html->nodes.at[node];
	cp_str wanted = cp_str_of(name);
	for (uint32_t i = of->attributes; i < of->attributes + of->count; i++)
		if (cp_str_eq(html->attributes.at[i].name, wanted))
			return html->attributes.at[i].value;
	return (cp_str){0};
}

static bool is_word(cp_str word, cp_str wanted)
{
	if (word.len != wanted.len)
		return false;
	for (size_t i = 0; i < word.len; i++) {
		char c = word.at[i];
		if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != wanted.at[i])
			return false;
	}
	return true;
}

bool cp_html_has_word(
	const cp_html *html, uint32_t node, const char *attribute, const char *word)
{
	cp_str words = cp_html_attribute_of(html, node, attribute);
	cp_str wanted = cp_str_of(word);
	for (size_t start = 0, i = 0; i <= words.len; i++)
		if (i == words.len || (unsigned char)words.at[i] <= ' ') {
			if (is_word(cp_str_part(words, start, i), wanted))
				return true;
			start = i + 1;
		}
	return false;
}
