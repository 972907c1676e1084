/* The yardstick: parses a file with libxml2, as HTML or XML by its first bytes, and does nothing
 * with it. */
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *load(const char *path, long *len)
{
	FILE *file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END) != 0)
		exit(1);
	*len = ftell(file);
	rewind(file);
	char *text = malloc((size_t)*len + 1);
	if (!text || fread(text, 1, (size_t)*len, file) != (size_t)*len)
		exit(1);
	text[*len] = '\0';
	fclose(file);
	return text;
}

static void parse_html(const char *text, long len)
{
	htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(text, (int)len);
	memset(context->sax, 0, sizeof *context->sax);
	context->charset = XML_CHAR_ENCODING_UTF8;
	htmlParseDocument(context);
	htmlFreeParserCtxt(context);
}

static void parse_xml(const char *text, long len)
{
	xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt(text, (int)len);
	memset(context->sax, 0, sizeof *context->sax);
	context->sax->initialized = XML_SAX2_MAGIC;
	xmlParseDocument(context);
	xmlFreeParserCtxt(context);
}

int main(int argc, char **argv)
{
	long len;
	if (argc < 2)
		return 2;
	char *text = load(argv[1], &len);
	if (strncmp(text, "<?xml", 5) == 0)
		parse_xml(text, len);
	else
		parse_html(text, len);
	free(text);
	return 0;
}
