/* Markdown as text with marks: the plain part of CommonMark that people use in comments, by
 * the rules of docs/import.md. */
#ifndef CP_TEXT_MARKDOWN_H
#define CP_TEXT_MARKDOWN_H

#include "base/buf.h"
#include "text/rich.h"

/* Reads valid UTF-8; linear. Quotations are lines after ">", and what is between
 * [quote="Ann, post:3"] and [/quote] on lines of their own, whose target is what stands in
 * the quotation marks. What is no markup, or is other markup, stays as it is. */
void cp_markdown_read(cp_arena *arena, cp_str markdown, cp_rich *out);

/* Appends valid text for a line of Markdown: what would be taken for a mark is escaped, and
 * control characters become blanks. */
void cp_buf_put_markdown(cp_buf *out, cp_str text);

#endif
