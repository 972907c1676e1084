/* What the two files of formats share. Each function says whether the whole of a text is of
 * that format; `patterns` is for regular expressions. */
#ifndef CP_JSON_SCHEMA_FORMAT_H
#define CP_JSON_SCHEMA_FORMAT_H

#include "json/schema_model.h"

#define CP_HEX_DIGITS "0123456789abcdefABCDEF"

/* The next byte, or as many as there are, if among these; `*at` moves past them. */
bool cp_reads_char(cp_str text, size_t *at, const char *among);
size_t cp_reads_many(cp_str text, size_t *at, const char *among);

bool cp_is_ipv4(cp_str text, cp_patterns *patterns);
bool cp_is_ipv6(cp_str text, cp_patterns *patterns);
bool cp_is_hostname(cp_str text, cp_patterns *patterns);
bool cp_is_idn_hostname(cp_str text, cp_patterns *patterns);
bool cp_is_email(cp_str text, cp_patterns *patterns);
bool cp_is_idn_email(cp_str text, cp_patterns *patterns);
bool cp_is_uri(cp_str text, cp_patterns *patterns);
bool cp_is_uri_reference(cp_str text, cp_patterns *patterns);
bool cp_is_iri(cp_str text, cp_patterns *patterns);
bool cp_is_iri_reference(cp_str text, cp_patterns *patterns);
bool cp_is_uri_template(cp_str text, cp_patterns *patterns);

#endif
