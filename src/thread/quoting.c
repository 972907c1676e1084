#include "thread/quoting.h"

size_t cp_line_end(cp_str text, size_t i)
{
	const char *newline =
		i < text.len ? memchr(text.at + i, '\n', text.len - i) : NULL;
	return newline ? (size_t)(newline - text.at) : text.len;
}

void cp_quoting_mark(cp_arena *arena, cp_rich *rich)
{
	cp_mark *run = NULL; /* the quotation that the line before is in */
	for (size_t i = 0, end; i < rich->text.len; i = end + 1) {
		end = cp_line_end(rich->text, i);
		bool quoted = rich->text.at[i] == '>';
		if (quoted && !run) {
			run = cp_push(arena, &rich->marks);
			*run = (cp_mark){.kind = CP_LIT("quotation"), .start = i};
		}
		run = quoted ? run : NULL;
		if (run)
			run->end = end;
	}
}
