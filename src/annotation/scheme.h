/* Argumentation schemes: the usual patterns of reasoning (Walton, Reed and Macagno,
 * Argumentation Schemes, 2008, chapter 9), by the ids of Carneades 4 where it has one. */
#ifndef CP_ANNOTATION_SCHEME_H
#define CP_ANNOTATION_SCHEME_H

#include "base/str.h"

typedef struct cp_scheme {
	const char *id;   /* as in files: "expert_opinion" */
	const char *name; /* "Expert Opinion" */
} cp_scheme;

extern const cp_scheme cp_schemes[]; /* ends with an id of NULL */

/* The scheme that is meant by an id or a name, whatever its capitals, its hyphens and its
 * spaces, with or without "argument from" before it; NULL where there is none. */
const cp_scheme *cp_scheme_find(cp_str written);

#endif
