#include "rich.h"

static size_t put_ends(
	cp_buf *out, const cp_rich *rich, size_t *open, size_t depth, size_t at)
{
	for (; depth && rich->marks.at[open[depth - 1]].end == at; depth--)
		cp_buf_putc(out, '}');
	return depth;
}

cp_str show_rich(cp_arena *arena, const cp_rich *rich)
{
	cp_buf out = {0};
	size_t *open = CP_NEW_ARRAY(arena, size_t, rich->marks.len + 1);
	size_t depth = 0, next = 0;
	for (size_t i = 0; i <= rich->text.len; i++) {
		depth = put_ends(&out, rich, open, depth, i);
		for (; next < rich->marks.len && rich->marks.at[next].start == i;
			next++) {
			const cp_mark *mark = &rich->marks.at[next];
			assert_true(mark->end > i && mark->end <= rich->text.len);
			assert_true(!depth
				|| mark->end <= rich->marks.at[open[depth - 1]].end);
			cp_buf_printf(&out, "{%.*s%s%.*s:", CP_FMT(mark->kind),
				mark->target.at ? ">" : "", CP_FMT(mark->target));
			open[depth++] = next;
		}
		if (i < rich->text.len)
			cp_buf_putc(&out, rich->text.at[i]);
	}
	assert_int_equal(next, rich->marks.len);
	assert_int_equal(depth, 0);
	return cp_buf_settle(arena, &out);
}
