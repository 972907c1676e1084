/* XML as a row of events. xml_read.c is the only file that knows libxml2's XML parser, whose
 * library is opened when the first XML is read.
 *
 * Nothing outside the text is ever looked at, and a document that declares entities is
 * refused: dumps have none, and a few lines of them can stand for gigabytes. */
#ifndef CP_TEXT_XML_READ_H
#define CP_TEXT_XML_READ_H

#include "base/str.h"

typedef struct cp_xml_element {
	cp_str space;           /* the address of its namespace; empty: none */
	cp_str name;            /* without its prefix */
	size_t depth;           /* of the outermost, 1 */
	size_t at;              /* the byte of the XML at which it begins */
	const void *attributes; /* for cp_xml_attribute_of … */
	int count;              /* … and how many */
} cp_xml_element;

/* What is given lives only until the function returns. */
typedef struct cp_xml_events {
	void (*start)(void *to, const cp_xml_element *element);
	/* `text`: what stands in the element itself, not in those inside of it. */
	void (*end)(void *to, const cp_xml_element *element, cp_str text);
} cp_xml_events;

typedef struct cp_xml_end {
	bool whole;        /* it is well-formed, to its end */
	char message[160]; /* else what is wrong, in a line … */
	size_t at;         /* … at this byte */
	size_t controls;   /* characters that XML forbids, read as spaces */
} cp_xml_end;

/* Reads valid UTF-8, whatever it declares itself to be, up to its end or the first fault. */
cp_xml_end cp_xml_read(cp_str xml, const cp_xml_events *events, void *to);

/* The value of an attribute, references decoded where it has none but the predefined ones;
 * at == NULL: there is none. `space` as above. */
cp_str cp_xml_attribute_of(const cp_xml_element *element, const char *name);

#endif
