/* Markdown within a line: emphasis, links, code, escapes. */
#ifndef CP_TEXT_MARKDOWN_LINE_H
#define CP_TEXT_MARKDOWN_LINE_H

#include "base/buf.h"
#include "text/rich.h"

/* Appends the text of a line to `text`, and its marks to `marks`; a mark that is empty has an
 * end at its start. Linear. */
void cp_markdown_put_line(cp_arena *arena, cp_marks *marks, cp_buf *text, cp_str line);

#endif
