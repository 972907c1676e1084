#include "text/xml_read.h"

#include "base/array.h"
#include "base/buf.h"
#include "base/library.h"
#include "text/tags.h"

#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#define FUNCTIONS(X) \
	X(xmlCreateMemoryParserCtxt) \
	X(xmlCtxtUseOptions) \
	X(xmlParseDocument) \
	X(xmlFreeParserCtxt) \
	X(xmlFreeDoc) \
	X(xmlStopParser)

struct open {
	size_t text; /* where its text begins in the reader's */
	size_t at;
};

struct reader {
#define DECLARE(name) __typeof__(&name) name;
	FUNCTIONS(DECLARE)
#undef DECLARE
	xmlParserCtxtPtr context;
	const cp_xml_events *events;
	void *to;
	cp_str xml;
	cp_xml_end end;
	cp_arena arena;
	CP_ARRAY(struct open) open;
	cp_buf text; /* of all open elements, one after the other */
};

/* As html.c does, and for the same reason. */
static bool open_library(struct reader *reader)
{
#define ROW(name) {#name, &reader->name},
	const cp_symbol symbols[] = { FUNCTIONS(ROW) };
#undef ROW
	return cp_library_open("libxml2.so.2", symbols, sizeof symbols / sizeof *symbols);
}

static size_t find_place(const struct reader *reader)
{
	const xmlParserInput *input = reader->context->input;
	size_t at = input ? input->consumed + (size_t)(input->cur - input->base) : 0;
	return at < reader->xml.len ? at : reader->xml.len;
}

/* The parser has read the tag, and stands before its end. */
static size_t find_tag(const struct reader *reader)
{
	size_t at = find_place(reader);
	while (at && reader->xml.at[at - 1] != '<')
		at--;
	return at - (at > 0);
}

static void fail(struct reader *reader, const char *message)
{
	if (reader->end.message[0])
		return;
	snprintf(reader->end.message, sizeof reader->end.message, "%s", message);
	reader->end.message[strcspn(reader->end.message, "\r\n")] = '\0';
	reader->end.at = find_place(reader);
}

/* ---- Events ---- */

static cp_xml_element element_of(
	const struct reader *reader, const xmlChar *name, const xmlChar *space)
{
	return (cp_xml_element){
		.space = space ? cp_str_of((const char *)space) : CP_LIT(""),
		.name = cp_str_of((const char *)name),
		.depth = reader->open.len,
		.at = reader->open.at[reader->open.len - 1].at,
	};
}

static void see_start(void *data, const xmlChar *name, const xmlChar *prefix,
	const xmlChar *space, int spaces, const xmlChar **space_list, int attributes,
	int defaulted, const xmlChar **list)
{
	(void)prefix, (void)spaces, (void)space_list, (void)defaulted;
	struct reader *reader = data;
	*cp_push(&reader->arena, &reader->open) =
		(struct open){.text = reader->text.len, .at = find_tag(reader)};
	cp_xml_element element = element_of(reader, name, space);
	element.attributes = list;
	element.count = attributes;
	reader->events->start(reader->to, &element);
}

static void see_end(
	void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	(void)prefix;
	struct reader *reader = data;
	cp_xml_element element = element_of(reader, name, space);
	size_t from = reader->open.at[reader->open.len - 1].text;
	reader->events->end(reader->to, &element,
		cp_str_part(cp_buf_str(&reader->text), from, reader->text.len));
	reader->text.len = from;
	reader->open.len--;
}

static void see_text(void *data, const xmlChar *text, int len)
{
	struct reader *reader = data;
	cp_buf_put(&reader->text, (cp_str){(const char *)text, (size_t)len});
}

static void see_entity(void *data, const xmlChar *name, int type,
	const xmlChar *public_id, const xmlChar *system_id, xmlChar *content)
{
	(void)name, (void)type, (void)public_id, (void)system_id, (void)content;
	struct reader *reader = data;
	fail(reader, "it declares entities, which no dump does, and is not read on");
	reader->xmlStopParser(reader->context);
}

static void see_error(void *data, xmlErrorPtr error)
{
	struct reader *reader = data;
	if (error->level == XML_ERR_FATAL)
		fail(reader, error->message ? error->message : "it is broken");
}

static void parse(struct reader *reader)
{
	xmlParserCtxtPtr context = reader->context;
	memset(context->sax, 0, sizeof *context->sax);
	context->sax->initialized = XML_SAX2_MAGIC;
	context->sax->startElementNs = see_start;
	context->sax->endElementNs = see_end;
	context->sax->characters = see_text;
	context->sax->ignorableWhitespace = see_text;
	context->sax->cdataBlock = see_text;
	context->sax->entityDecl = see_entity;
	context->sax->serror = see_error;
	context->userData = reader;
	reader->xmlCtxtUseOptions(
		context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_COMPACT);
	reader->xmlParseDocument(context);
	reader->end.whole = context->wellFormed && !reader->end.message[0];
	if (!reader->end.whole)
		fail(reader, "it is broken");
	if (context->myDoc)
		reader->xmlFreeDoc(context->myDoc);
	reader->xmlFreeParserCtxt(context);
}

/* ---- Before it ---- */

static bool is_control(char c)
{
	return (unsigned char)c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* Old exports have characters that XML does not allow, for which all of it would be lost. */
static char *blank_controls(struct reader *reader)
{
	char *copy = NULL;
	for (size_t i = 0; i < reader->xml.len; i++) {
		if (!is_control(reader->xml.at[i]))
			continue;
		if (!copy) {
			copy = cp_xmalloc(reader->xml.len);
			memcpy(copy, reader->xml.at, reader->xml.len);
			reader->xml.at = copy;
		}
		copy[i] = ' ';
		reader->end.controls++;
	}
	return copy;
}

static const char *refuse(struct reader *reader)
{
	if (!reader->xml.len)
		return "it is empty";
	if (reader->xml.len >= INT_MAX)
		return "it is too large";
	if (cp_tags_sound(reader->xml) < reader->xml.len)
		return "a tag has thousands of attributes";
	return open_library(reader) ? NULL
				    : "reading XML needs libxml2 (Debian: libxml2)";
}

cp_xml_end cp_xml_read(cp_str xml, const cp_xml_events *events, void *to)
{
	struct reader reader = {.events = events, .to = to, .xml = xml};
	const char *refusal = refuse(&reader);
	if (refusal) {
		snprintf(reader.end.message, sizeof reader.end.message, "%s", refusal);
		return reader.end;
	}
	char *copy = blank_controls(&reader);
	reader.context = reader.xmlCreateMemoryParserCtxt(reader.xml.at, (int)xml.len);
	if (reader.context)
		parse(&reader);
	free(copy);
	cp_buf_clear(&reader.text);
	cp_arena_clear(&reader.arena);
	return reader.end;
}

cp_str cp_xml_attribute_of(const cp_xml_element *element, const char *name)
{
	const xmlChar *const *list = element->attributes;
	for (int i = 0; i < element->count; i++, list += 5)
		if (strcmp((const char *)list[0], name) == 0)
			return (cp_str){
				(const char *)list[3], (size_t)(list[4] - list[3])};
	return (cp_str){0};
}
