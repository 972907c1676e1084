/* What holds of each text with marks. */
#ifndef CP_FUZZ_RICH_H
#define CP_FUZZ_RICH_H

#include "fuzz.h"

#include "text/rich.h"
#include "text/utf8.h"

static inline bool is_boundary(cp_str text, size_t at)
{
	return at == text.len || (at < text.len && cp_starts_code_point(text.at[at]));
}

/* It is UTF-8; marks are within it, not empty, and in the order of their starts. */
static inline void check_rich(const cp_rich *rich)
{
	size_t bad, last = 0;
	MUST(cp_utf8_valid(rich->text, &bad));
	for (size_t i = 0; i < rich->marks.len; i++) {
		const cp_mark *mark = &rich->marks.at[i];
		MUST(mark->start >= last && mark->start < mark->end);
		MUST(is_boundary(rich->text, mark->start));
		MUST(is_boundary(rich->text, mark->end));
		MUST(cp_utf8_valid(mark->target, &bad));
		last = mark->start;
	}
}

#endif
