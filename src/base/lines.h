/* The lines of a stream that comes in pieces, whatever is in them. */
#ifndef CP_BASE_LINES_H
#define CP_BASE_LINES_H

#include "base/buf.h"

/* Bytes of a line that is too long, that are kept to tell it by. */
#define CP_LINE_BEGINNING ((size_t)4096)

typedef struct cp_lines {
	size_t longest; /* bytes that a line may have, without its end; 0: any number */
	size_t number;  /* of the line that was taken last */
	bool ended;     /* nothing more comes */
	cp_buf held;    /* what has come, from … */
	size_t taken;   /* … here on not taken yet; up to … */
	size_t looked;  /* … here without an end of line */
	bool too_long;  /* it is longer than what is held of it */
} cp_lines;

typedef struct cp_line {
	cp_str text; /* without the line feed; lives until more comes */
	size_t number;
	bool too_long; /* the text is its beginning */
} cp_line;

/* All zeros but `longest` is a stream of which nothing has come. */
void cp_lines_clear(cp_lines *lines);

/* Room for `size` more bytes; then how many came. */
char *cp_lines_room(cp_lines *lines, size_t size);
void cp_lines_add(cp_lines *lines, size_t size);

/* The next line, if all of it has come. Once the stream has ended, what is left is one. No more
 * than the longest line and one piece is ever held. */
bool cp_lines_take(cp_lines *lines, cp_line *line);

#endif
