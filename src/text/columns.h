/* Text for terminals: words in lines of a width. */
#ifndef CP_TEXT_COLUMNS_H
#define CP_TEXT_COLUMNS_H

#include "base/buf.h"

enum { CP_TEXT_COLUMNS = 78 };

/* Appends valid text as lines of at most CP_TEXT_COLUMNS code points, where a word is not longer
 * than that, with `indent` spaces before all but the first. Control characters are blanks. */
void cp_put_columns(cp_buf *out, cp_str text, size_t indent);

/* Appends valid text as part of a line, each run of blanks as a space; with an ellipsis, if it
 * has more than `most` code points. How many were put. */
size_t cp_put_clipped(cp_buf *out, cp_str text, size_t most);

#endif
