/* Any bytes as the comments of a thread, apart by 0; the first byte of each picks its author
 * and what it answers, that of the first the options. What is drafted is an annotation without
 * an error: it fits the schema, each quote is found where it is, each reference leads
 * somewhere; and it compares with itself as all right. */
#include "debate.h"

#include "annotation/draft.h"
#include "json/document.h"
#include "text/utf8.h"

enum { MOST_COMMENTS = 12 };

static void add_comment(cp_arena *arena, cp_thread *thread, cp_str raw)
{
	static const char *const authors[] = {NULL, NULL, "Ann", "Ben Bo", "Dom", NULL};
	uint32_t index = (uint32_t)thread->comments.len;
	unsigned first = raw.len ? (unsigned char)raw.at[0] : 0;
	cp_buf text = {0}, id = {0};
	cp_utf8_repair(&text, raw.len ? cp_str_part(raw, 1, raw.len) : raw);
	if (index)
		cp_buf_printf(&id, "c%u", (unsigned)index);
	else
		cp_buf_puts(&id, "op");
	cp_comment comment = {
		.id = cp_buf_settle(arena, &id),
		.author = cp_str_of(authors[first % 6]),
		.text = cp_buf_settle(arena, &text),
		.reply = index && first >= 128 ? first % index : CP_NONE,
	};
	if (comment.reply != CP_NONE)
		comment.reply_to = thread->comments.at[comment.reply].id;
	cp_thread_add(arena, thread, comment);
}

static void read_thread(
	cp_arena *arena, cp_thread *thread, const uint8_t *data, size_t size)
{
	for (size_t i = 0; i <= size && thread->comments.len < MOST_COMMENTS;) {
		const uint8_t *end = i < size ? memchr(data + i, 0, size - i) : NULL;
		size_t len = end ? (size_t)(end - data) - i : size - i;
		add_comment(arena, thread, (cp_str){(const char *)data + i, len});
		i += len + 1;
	}
}

/* In every row of the table, all that was drafted is right. */
static void must_be_all_right(const cp_draft *draft, const cp_annotation *gold)
{
	cp_buf table = {0};
	cp_draft_compare(&table, draft, gold);
	cp_buf_putc(&table, '\n');
	for (char *row = table.at, *end; (end = strchr(row, '\n')); row = end + 1) {
		size_t right, found;
		*end = '\0';
		if (sscanf(row, "  %*s %zu of %zu", &right, &found) == 2)
			MUST(right == found);
	}
	MUST(gold->items.len == draft->items.len);
	cp_buf_clear(&table);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	cp_arena arena = {0};
	cp_thread thread = {.title = CP_LIT("A title")};
	cp_buf out = {0};
	read_thread(&arena, &thread, data, size);
	cp_draft_options options = {.eager = size && data[0] & 1};
	if (size && data[0] & 2)
		options.off[data[0] >> 4] = true;
	const cp_draft *draft = cp_draft_new(&arena, &thread, &options);
	cp_draft_write(&out, draft, (cp_str){0}, (cp_str){0});
	struct debate debate;
	debate_init(&debate, (const uint8_t *)out.at, out.len);
	MUST(debate.graph);
	if (debate.diags.count[CP_ERROR]) {
		cp_buf shown = {0};
		cp_diags_write(&debate.diags, &shown, (cp_diag_style){.limit = 5});
		fprintf(stderr, "%s\n%s\n", shown.at, out.at);
	}
	MUST(!debate.diags.count[CP_ERROR]);
	must_be_all_right(draft, debate.graph->annotation);
	debate_clear(&debate);
	cp_buf_clear(&out);
	cp_arena_clear(&arena);
	return 0;
}
