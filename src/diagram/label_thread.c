/* The boxes of what is no claim: people, comments, works, and quotations by themselves. */
#include "diagram/label.h"

#include "graph/lists.h"
#include "graph/words.h"
#include "text/utf8.h"

#include <string.h>

enum {
	MOST_POINTS = 4,      /* of a comment that are told */
	MOST_POINT_LINES = 2, /* of each */
	MOST_WORDS = 260,     /* bytes of a comment that makes no point */
	MOST_WORD_LINES = 3,
	MOST_QUOTE_LINES = 8,
	MOST_ALTERED = 120, /* bytes of an alteration that are shown */
};

static const char *const sides[] = {
	"on neither side", "for the motion", "against the motion", "on both sides"};

/* ---- Comments ---- */

static bool is_kept(const cp_graph *graph, size_t item)
{
	return graph->claim_of[item] != CP_NONE
		&& graph->annotation->items.at[item].comment != CP_NONE;
}

cp_list *cp_items_of_comments(cp_arena *arena, const cp_graph *graph)
{
	size_t comments = graph->thread->comments.len;
	const cp_annotation *annotation = graph->annotation;
	struct cp_lists lists = cp_lists_new(arena, comments);
	for (size_t i = 0; i < annotation->items.len; i++)
		if (is_kept(graph, i))
			cp_lists_count(&lists, annotation->items.at[i].comment);
	cp_lists_ready(arena, &lists, comments);
	for (uint32_t i = 0; i < annotation->items.len; i++)
		if (is_kept(graph, i))
			cp_lists_add(&lists, annotation->items.at[i].comment, i);
	cp_list *items = CP_NEW_ARRAY(arena, cp_list, comments);
	for (uint32_t i = 0; i < comments; i++)
		items[i] = cp_lists_of(&lists, i);
	return items;
}

cp_stance cp_comment_stance(const cp_graph *graph, cp_list items)
{
	unsigned stance = CP_STANCE_NONE;
	for (size_t i = 0; i < items.len; i++)
		if (cp_item_is_asserted(&graph->annotation->items.at[items.at[i]]))
			stance |= graph->claims[graph->claim_of[items.at[i]]].stance;
	return (cp_stance)stance;
}

void cp_put_time(cp_buf *out, cp_str time)
{
	enum { DATE = 10, MINUTE = 16 };
	if (time.len < MINUTE || time.at[DATE] != 'T') {
		cp_buf_put(out, time);
		return;
	}
	cp_str date = cp_str_part(time, 0, DATE);
	cp_str minute = cp_str_part(time, DATE + 1, MINUTE);
	size_t zone = MINUTE;
	while (zone < time.len && !strchr("+-Z", time.at[zone]))
		zone++;
	cp_buf_printf(out, "%.*s %.*s", CP_FMT(date), CP_FMT(minute));
	if (zone < time.len && time.at[zone] != 'Z')
		cp_buf_put(out, cp_str_part(time, zone, time.len));
}

static void put_comment_head(cp_buf *out, const cp_graph *graph, uint32_t index)
{
	const cp_comment *comment = &graph->thread->comments.at[index];
	const cp_person *person = cp_comment_author(graph, index);
	cp_str name = person && person->name.len ? person->name
		: comment->missing.at            ? comment->missing
						 : CP_LIT("unnamed");
	cp_buf_printf(out, "%.*s\u00a0·\u00a0%.*s", CP_FMT(name), CP_FMT(comment->id));
	if (comment->time.len) {
		cp_buf_puts(out, " · ");
		cp_put_time(out, comment->time);
	}
}

static void put_point(cp_buf *out, const cp_labels *labels, uint32_t index)
{
	const cp_graph *graph = labels->graph;
	static const char *const signs[] = {"· ", "+ ", "− ", "± "};
	const cp_item *item = &graph->annotation->items.at[index];
	const cp_claim *claim = &graph->claims[graph->claim_of[index]];
	cp_buf_puts(out, signs[claim->stance]);
	bool quote = item->quote.len && labels->wording == CP_WORDING_QUOTE;
	if (item->kind == CP_QUOTATION || !item->gist.len || quote)
		cp_buf_printf(out, "“%.*s”", CP_FMT(cp_item_words(item)));
	else
		cp_buf_put(out, item->gist);
}

static void put_point_standing(cp_buf *out, const cp_labels *labels, uint32_t item)
{
	cp_standing standing = cp_label_standing(labels, labels->graph->claim_of[item]);
	cp_put_standing(out, &standing);
}

static void write_points(const cp_labels *labels, cp_box *box, cp_list items)
{
	cp_buf text = {0};
	for (size_t i = 0; i < items.len && i < MOST_POINTS; i++) {
		put_point(&text, labels, items.at[i]);
		cp_box_write(labels, box, &text, CP_TYPE_BODY, labels->width,
			MOST_POINT_LINES);
		put_point_standing(&text, labels, items.at[i]);
		cp_box_write(labels, box, &text, CP_TYPE_FOOT, labels->width, 1);
	}
	if (items.len > MOST_POINTS) {
		cp_buf_printf(&text, "and %zu more", items.len - MOST_POINTS);
		cp_box_write(labels, box, &text, CP_TYPE_FOOT, labels->width, 1);
	}
	cp_buf_clear(&text);
}

static void write_first_words(const cp_labels *labels, cp_box *box, cp_str text)
{
	cp_str shown = cp_utf8_head(text, MOST_WORDS);
	cp_buf words = {0};
	cp_buf_printf(
		&words, "“%.*s%s”", CP_FMT(shown), shown.len < text.len ? " …" : "");
	cp_box_write(labels, box, &words, CP_TYPE_QUOTE, labels->width, MOST_WORD_LINES);
	cp_buf_clear(&words);
}

static cp_str title_of_comment(const cp_labels *labels, uint32_t index, cp_stance stance)
{
	const cp_graph *graph = labels->graph;
	cp_list items = labels->items[index];
	cp_buf text = {0};
	cp_buf_printf(&text, "Comment %.*s by %.*s, %s",
		CP_FMT(graph->thread->comments.at[index].id),
		CP_FMT(cp_person_name(cp_comment_author(graph, index))), sides[stance]);
	if (graph->thread->comments.at[index].missing.at)
		cp_buf_printf(&text, ", missing: %.*s",
			CP_FMT(graph->thread->comments.at[index].missing));
	for (size_t i = 0; i < items.len; i++) {
		cp_buf_puts(&text, i ? "; " : ": ");
		put_point(&text, labels, items.at[i]);
		if (!labels->standing)
			continue;
		cp_buf_puts(&text, " (");
		put_point_standing(&text, labels, items.at[i]);
		cp_buf_putc(&text, ')');
	}
	return cp_buf_settle(labels->arena, &text);
}

cp_box cp_label_comment(const cp_labels *labels, uint32_t index)
{
	const cp_graph *graph = labels->graph;
	cp_list items = labels->items[index];
	cp_box box = {.kind = CP_BOX_COMMENT,
		.subject = index,
		.parent = CP_NONE,
		.stance = cp_comment_stance(graph, items)};
	cp_buf text = {0};
	put_comment_head(&text, graph, index);
	cp_box_write(labels, &box, &text, CP_TYPE_HEAD, labels->width, 2);
	cp_buf_clear(&text);
	if (items.len)
		write_points(labels, &box, items);
	else if (!graph->thread->comments.at[index].missing.at)
		write_first_words(labels, &box, graph->thread->comments.at[index].text);
	box.title = title_of_comment(labels, index, box.stance);
	cp_box_size(labels, &box);
	return box;
}

/* ---- People ---- */

static void put_count(cp_buf *out, size_t count, const char *one, const char *several)
{
	cp_buf_printf(
		out, "%s%zu %s", out->len ? ", " : "", count, count == 1 ? one : several);
}

/* "3 of 5 points stand": of the claims that are his own. */
static void put_person_standing(
	cp_buf *out, const cp_labels *labels, const cp_person *person)
{
	const cp_graph *graph = labels->graph;
	size_t own = 0, standing = 0;
	for (size_t i = 0; labels->standing && i < person->items.len; i++) {
		uint32_t item = person->items.at[i], claim = graph->claim_of[item];
		if (claim == CP_NONE
			|| !cp_item_is_held(&graph->annotation->items.at[item]))
			continue;
		own++;
		standing += labels->standing->statuses[claim] == CP_STATUS_STANDS;
	}
	if (own)
		cp_buf_printf(out, "%zu of %zu %s", standing, own,
			own == 1 ? "point stands" : "points stand");
}

cp_box cp_label_person(const cp_labels *labels, uint32_t index)
{
	const cp_person *person = &labels->graph->people[index];
	cp_box box = {.kind = CP_BOX_PERSON,
		.subject = index,
		.parent = CP_NONE,
		.stance = person->side};
	cp_buf text = {0};
	cp_buf_put(&text, cp_person_name(person));
	cp_box_write(labels, &box, &text, CP_TYPE_NAME, labels->width, 3);
	put_count(&text, person->comments.len, "comment", "comments");
	put_count(&text, person->items.len, "mark", "marks");
	cp_box_write(labels, &box, &text, CP_TYPE_FOOT, labels->width, 2);
	put_person_standing(&text, labels, person);
	cp_str stands = cp_str_copy(labels->arena, cp_buf_str(&text));
	cp_box_write(labels, &box, &text, CP_TYPE_FOOT, labels->width, 1);
	cp_buf_printf(&text, "%.*s, %s%s%.*s", CP_FMT(cp_person_name(person)),
		sides[person->side], stands.len ? "; " : "", CP_FMT(stands));
	box.title = cp_buf_settle(labels->arena, &text);
	cp_box_size(labels, &box);
	return box;
}

/* ---- Works and quotations ---- */

cp_box cp_label_work(const cp_labels *labels, uint32_t index)
{
	const cp_work *work = &labels->graph->annotation->works.at[index];
	cp_box box = {.kind = CP_BOX_WORK, .subject = index, .parent = CP_NONE};
	cp_buf text = {0};
	cp_buf_puts(&text, "from outside the thread");
	cp_box_write(labels, &box, &text, CP_TYPE_HEAD, labels->width, 1);
	cp_put_work(&text, work);
	if (!text.len)
		cp_buf_put(&text, work->id);
	cp_box_write(labels, &box, &text, CP_TYPE_BODY, labels->width, 4);
	cp_buf_puts(&text, "Source: ");
	cp_put_work(&text, work);
	box.title = cp_buf_settle(labels->arena, &text);
	cp_box_size(labels, &box);
	return box;
}

/* The end of the word that begins at byte `i`, and of the spaces after it. */
static size_t word_end(cp_str text, size_t i)
{
	while (i < text.len && text.at[i] != ' ')
		i++;
	while (i < text.len && text.at[i] == ' ')
		i++;
	return i;
}

/* How many bytes of whole words two texts begin with alike. */
static size_t same_start(cp_str a, cp_str b)
{
	size_t same = 0;
	while (same < a.len && same < b.len) {
		size_t end = word_end(a, same);
		if (end != word_end(b, same)
			|| memcmp(a.at + same, b.at + same, end - same) != 0)
			break;
		same = end;
	}
	return same;
}

static bool begins_word(cp_str text, size_t i)
{
	return i == 0 || text.at[i - 1] == ' ';
}

/* How many they end with alike, of what is left after `start`. */
static size_t same_end(cp_str a, cp_str b, size_t start)
{
	size_t most = (a.len < b.len ? a.len : b.len) - start, same = 0;
	while (same < most && a.at[a.len - 1 - same] == b.at[b.len - 1 - same])
		same++;
	while (same && !(begins_word(a, a.len - same) && begins_word(b, b.len - same)))
		same--;
	return same;
}

static void put_shown(cp_buf *out, cp_str text)
{
	while (text.len && text.at[text.len - 1] == ' ')
		text.len--;
	cp_str shown = cp_utf8_head(text, MOST_ALTERED);
	cp_buf_printf(out, "“%.*s%s”", CP_FMT(shown), shown.len < text.len ? " …" : "");
}

/* "altered: “may” for “must”": what stands in the quotation for what stands in the original,
 * without the words that both begin and end with. */
static void put_alteration(cp_buf *out, cp_str quoted, cp_str original)
{
	size_t start = same_start(quoted, original);
	size_t end = same_end(quoted, original, start);
	cp_str now = cp_str_part(quoted, start, quoted.len - end);
	cp_str was = cp_str_part(original, start, original.len - end);
	cp_buf_puts(out, "altered: ");
	if (!now.len || !was.len) {
		put_shown(out, now.len ? now : was);
		cp_buf_puts(out, now.len ? " is added" : " is left out");
		return;
	}
	put_shown(out, now);
	cp_buf_puts(out, " for ");
	put_shown(out, was);
}

static void put_fidelity(cp_buf *out, const cp_item *item)
{
	static const char *const words[] = {
		[CP_FIDELITY_UNCHECKED] = "not compared with the original",
		[CP_FIDELITY_EXACT] = "to the letter",
		[CP_FIDELITY_FOLDED] = "but for typography",
		[CP_FIDELITY_ELIDED] = "with words left out or put in, as is marked",
		[CP_FIDELITY_CUT] = "cut off from a word that turns the meaning",
		[CP_FIDELITY_NOT_FOUND] = "not found in the original",
	};
	if (item->fidelity == CP_FIDELITY_ALTERED)
		put_alteration(out, cp_item_words(item), item->of_quote);
	else
		cp_buf_puts(out, words[item->fidelity]);
}

cp_box cp_label_quotation(const cp_labels *labels, uint32_t index)
{
	const cp_graph *graph = labels->graph;
	const cp_item *item = &graph->annotation->items.at[index];
	const cp_claim *claim = &graph->claims[graph->claim_of[index]];
	cp_box box = {.kind = CP_BOX_ITEM,
		.subject = index,
		.parent = CP_NONE,
		.stance = claim->stance,
		.quotation = true,
		.broken = item->broken};
	cp_buf text = {0};
	cp_buf_printf(&text, "%.*s\u00a0·\u00a0%.*s",
		CP_FMT(cp_person_name(cp_graph_person(graph, index))),
		CP_FMT(item->comment_id));
	cp_box_write(labels, &box, &text, CP_TYPE_HEAD, labels->width, 2);
	cp_buf_printf(&text, "“%.*s”", CP_FMT(cp_item_words(item)));
	cp_box_write(labels, &box, &text, CP_TYPE_QUOTE, labels->width, MOST_QUOTE_LINES);
	cp_buf_printf(&text, "%s, ", cp_attitude_names[item->attitude]);
	put_fidelity(&text, item);
	cp_box_write(labels, &box, &text, CP_TYPE_FOOT, labels->width, 5);
	cp_box_write_standing(labels, &box, graph->claim_of[index]);
	cp_buf_printf(&text, "%.*s quotes %.*s: “%.*s”, %s, ",
		CP_FMT(cp_person_name(cp_graph_person(graph, index))),
		CP_FMT(cp_quoted_name(graph, item)), CP_FMT(cp_item_words(item)),
		cp_attitude_names[item->attitude]);
	put_fidelity(&text, item);
	if (box.standing.shown) {
		cp_buf_puts(&text, "; what it says: ");
		cp_put_standing(&text, &box.standing);
	}
	box.title = cp_buf_settle(labels->arena, &text);
	cp_box_size(labels, &box);
	return box;
}
