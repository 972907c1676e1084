#include "annotation/anchors.h"

#include "text/offsets.h"
#include "text/utf8.h"

enum {
	MOST_ID =
		24, /* code points that an id takes in the table; longer ones stand out */
	MOST_WORDS = 48, /* bytes of the words, about */
};

enum word { NONE, EXACT, FOLDED, MOVED, FUZZY, AMBIGUOUS, LOST, WORDS };
static const char *const words[WORDS] = {
	"none", "exact", "folded", "moved", "fuzzy", "ambiguous", "lost"};

static enum word word_of(const cp_item *item)
{
	static const enum word of[] = {
		[CP_ANCHOR_NONE] = NONE,
		[CP_ANCHOR_EXACT] = EXACT,
		[CP_ANCHOR_FOLDED] = FOLDED,
		[CP_ANCHOR_FUZZY] = FUZZY,
		[CP_ANCHOR_AMBIGUOUS] = AMBIGUOUS,
		[CP_ANCHOR_LOST] = LOST,
	};
	return item->anchor.moved ? MOVED : of[item->anchor.state];
}

const char *cp_anchor_word(const cp_item *item)
{
	return words[word_of(item)];
}

/* What is written about one item. */
struct row {
	const cp_item *item;
	size_t start, end; /* code points, where it was found */
	cp_str words;      /* of the text, or else of the quote */
};

/* Items are mostly in the order of the thread, and the offsets of one comment serve for all
 * that are in it. */
struct writer {
	const cp_annotation *annotation;
	cp_arena arena;
	cp_offsets offsets;
	uint32_t comment; /* whose offsets they are, or CP_NONE */
	size_t counts[WORDS];
};

static const cp_offsets *offsets_of(struct writer *writer, uint32_t comment)
{
	if (writer->comment != comment) {
		cp_arena_clear(&writer->arena);
		writer->offsets = cp_offsets_new(&writer->arena,
			writer->annotation->thread->comments.at[comment].text,
			CP_CODE_POINT);
		writer->comment = comment;
	}
	return &writer->offsets;
}

static struct row row_of(struct writer *writer, const cp_item *item)
{
	struct row row = {.item = item, .words = item->quote};
	writer->counts[word_of(item)]++;
	if (!cp_item_is_anchored(item))
		return row;
	const cp_offsets *offsets = offsets_of(writer, item->comment);
	cp_span span = item->anchor.span;
	row.start = cp_offsets_units(offsets, span.start);
	row.end = cp_offsets_units(offsets, span.end);
	row.words = cp_str_part(offsets->text, span.start, span.end);
	return row;
}

/* ---- Text ---- */

static void put_padded(cp_buf *out, cp_str text, size_t width)
{
	cp_buf_put(out, text);
	for (size_t len = cp_utf8_count(text); len < width; len++)
		cp_buf_putc(out, ' ');
	cp_buf_putc(out, ' ');
}

static void put_words(cp_buf *out, cp_str text)
{
	cp_str shown = cp_words_head(text, MOST_WORDS);
	cp_buf_puts(out, "“");
	for (size_t i = 0; i < shown.len; i++)
		cp_buf_putc(out, (unsigned char)shown.at[i] < ' ' ? ' ' : shown.at[i]);
	cp_buf_puts(out, shown.len < text.len ? "…”" : "”");
}

static void put_row(cp_buf *out, const struct row *row, size_t width)
{
	const cp_item *item = row->item;
	char state[32], place[64] = "";
	snprintf(state, sizeof state, item->anchor.score > 0 ? "%s %.2f" : "%s",
		cp_anchor_word(item), item->anchor.score);
	if (cp_item_is_anchored(item))
		snprintf(place, sizeof place, ":%zu-%zu", row->start, row->end);
	cp_buf cell = {0};
	cp_buf_put(&cell, item->comment_id);
	cp_buf_puts(&cell, place);
	put_padded(out, item->id, width);
	put_padded(out, cp_str_of(state), sizeof "ambiguous 0.00" - 1);
	put_padded(out, cp_buf_str(&cell), 12);
	if (row->words.len)
		put_words(out, row->words);
	while (out->len && out->at[out->len - 1] == ' ')
		out->len--;
	cp_buf_putc(out, '\n');
	cp_buf_clear(&cell);
}

static size_t width_of_ids(const cp_annotation *annotation)
{
	size_t width = 0;
	for (size_t i = 0; i < annotation->items.len; i++) {
		size_t len = cp_utf8_count(annotation->items.at[i].id);
		if (len > width && len <= MOST_ID)
			width = len;
	}
	return width;
}

void cp_anchors_write_text(cp_buf *out, const cp_annotation *annotation)
{
	struct writer writer = {.annotation = annotation, .comment = CP_NONE};
	size_t width = width_of_ids(annotation), count = annotation->items.len;
	for (size_t i = 0; i < count; i++) {
		struct row row = row_of(&writer, &annotation->items.at[i]);
		put_row(out, &row, width);
	}
	cp_buf_printf(out, "%zu item%s", count, count == 1 ? "" : "s");
	for (size_t w = 0, put = 0; w < WORDS; w++)
		if (writer.counts[w])
			cp_buf_printf(out, "%s%zu %s", put++ ? ", " : ": ",
				writer.counts[w], words[w]);
	cp_buf_putc(out, '\n');
	cp_arena_clear(&writer.arena);
}

/* ---- JSON ---- */

static void put_member(cp_buf *out, const char *name, cp_str value)
{
	cp_buf_printf(out, "\"%s\": ", name);
	cp_json_put_string(out, value);
}

static void put_object(cp_buf *out, const struct row *row)
{
	const cp_item *item = row->item;
	put_member(out, "id", item->id);
	cp_buf_printf(out, ", \"anchor\": \"%s\"", cp_anchor_word(item));
	if (item->comment != CP_NONE) {
		cp_buf_puts(out, ", ");
		put_member(out, "comment", item->comment_id);
	}
	if (item->anchor.score > 0)
		cp_buf_printf(out, ", \"score\": %.4f", item->anchor.score);
	if (item->anchor.next > 0)
		cp_buf_printf(out, ", \"next\": %.4f", item->anchor.next);
	if (!cp_item_is_anchored(item))
		return;
	cp_buf_printf(out, ", \"start\": %zu, \"end\": %zu, ", row->start, row->end);
	put_member(out, "text", row->words);
}

void cp_anchors_write_json(cp_buf *out, const cp_annotation *annotation)
{
	struct writer writer = {.annotation = annotation, .comment = CP_NONE};
	cp_buf_puts(out, "{\n\t\"anchors\": [\n");
	for (size_t i = 0; i < annotation->items.len; i++) {
		struct row row = row_of(&writer, &annotation->items.at[i]);
		cp_buf_puts(out, "\t\t{ ");
		put_object(out, &row);
		cp_buf_puts(out, i + 1 < annotation->items.len ? " },\n" : " }\n");
	}
	cp_buf_puts(out, "\t],\n\t\"counts\": {");
	for (size_t w = 0; w < WORDS; w++)
		cp_buf_printf(
			out, "%s\"%s\": %zu", w ? ", " : " ", words[w], writer.counts[w]);
	cp_buf_puts(out, " }\n}\n");
	cp_arena_clear(&writer.arena);
}
