/* Writes JSON value by value: commas, line breaks and escapes are seen to. */
#ifndef CP_JSON_WRITER_H
#define CP_JSON_WRITER_H

#include "base/buf.h"

typedef struct cp_json_writer {
	cp_buf *out;
	unsigned tall;  /* containers less deep than this have a line for each value */
	unsigned depth; /* open containers */
	bool started;   /* the open container has a value already */
} cp_json_writer;

/* Each takes the property's name, which is NULL in an array and at the top. Containers are
 * closed with the bracket that ends them. Text that is not UTF-8 is repaired. */
void cp_json_open(cp_json_writer *writer, const char *key, char bracket);
void cp_json_close(cp_json_writer *writer, char bracket);
void cp_json_text(cp_json_writer *writer, const char *key, cp_str text);
void cp_json_number(cp_json_writer *writer, const char *key, size_t number);
/* From 0 to 1, in thousandths; NAN is null. */
void cp_json_share(cp_json_writer *writer, const char *key, double share);
void cp_json_bool(cp_json_writer *writer, const char *key, bool value);

/* A value that is JSON already, on one line. */
void cp_json_raw(cp_json_writer *writer, const char *key, cp_str json);

#endif
