/* References and what they mean beside a base (RFC 3986, section 5.2, and 6.2.2.3). */
#ifndef CP_JSON_SCHEMA_URI_H
#define CP_JSON_SCHEMA_URI_H

#include "base/buf.h"

/* The parts of a reference; at == NULL: there is none. */
typedef struct cp_uri {
	cp_str scheme, authority, path, query, fragment;
} cp_uri;

/* Parts as they stand; nothing is judged. */
cp_uri cp_uri_parse(cp_str text);

/* `reference` as seen from `base`, in the arena. A base that is a path is a file's. */
cp_str cp_uri_resolve(cp_arena *arena, cp_str base, cp_str reference);

/* `text` up to its "#", and what follows that (at == NULL: there is none). */
cp_str cp_uri_without_fragment(cp_str text);
cp_str cp_uri_fragment(cp_str text);

/* The fragment with its "#"; empty where there is none. */
cp_str cp_uri_hash(cp_str text);

/* `text` with each %XX as the byte that it stands for, in the arena. */
cp_str cp_uri_decode(cp_arena *arena, cp_str text);

#endif
