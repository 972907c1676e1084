/* Quotations as people type them into plain text: lines that begin with ">". */
#ifndef CP_THREAD_QUOTING_H
#define CP_THREAD_QUOTING_H

#include "text/rich.h"

/* Marks each run of such lines as a quotation. The text stays as it is. */
void cp_quoting_mark(cp_arena *arena, cp_rich *rich);

/* The byte at which the line ends that begins at byte `i`: that of its line break, or the
 * length of the text. */
size_t cp_line_end(cp_str text, size_t i);

#endif
