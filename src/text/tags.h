/* A look at the tags of HTML or XML before they are parsed. */
#ifndef CP_TEXT_TAGS_H
#define CP_TEXT_TAGS_H

#include "base/str.h"

enum { CP_MOST_ATTRIBUTES = 4000 };

/* The byte at which the first tag begins that has more attributes than that; the length of the
 * text, if there is none. libxml2 compares each attribute of a tag with all others, and with
 * 100,000 of them would take minutes. */
size_t cp_tags_sound(cp_str markup);

#endif
