/* Text with marks, as a text in which they show. */
#ifndef CP_TESTS_RICH_H
#define CP_TESTS_RICH_H

#include "unit.h"

#include "text/rich.h"

/* The text with each mark around what it marks: "{link>http://x:here}". The marks must be
 * nested, in the order of their starts, outer ones first, as all readers make them. */
cp_str show_rich(cp_arena *arena, const cp_rich *rich);

#endif
