/* Of a thread in which nothing is annotated: some of its own sentences. */
#include "summary/sections.h"

#include "text/digest.h"
#include "text/reuse.h"
#include "text/utf8.h"

#include <stdlib.h>

/* How many sentences of the article and of the comments, and how many words in all, at most. */
static const struct {
	size_t article, comments, words;
} most[CP_LENGTHS] = {[CP_SHORT] = {1, 4, 85},
	[CP_MEDIUM] = {3, 10, 300},
	[CP_LONG] = {3, 20, SIZE_MAX}};

/* What stands in the comments that their authors did not write: passages that they mark as
 * quoted, that the page sets apart, or that an earlier comment has in the same words. */
struct borrowed {
	CP_ARRAY(cp_quoted) list;
};

static void borrow(cp_writer *writer, struct borrowed *borrowed, cp_span span)
{
	*cp_push(writer->arena, &borrowed->list) =
		(cp_quoted){span, span, CP_QUOTED_MARKS};
}

static void borrow_marked(
	cp_writer *writer, struct borrowed *borrowed, const cp_comment *comment)
{
	cp_quoted_list quoted = cp_quoted_find(writer->arena, comment->text);
	for (size_t i = 0; i < quoted.list.len; i++)
		borrow(writer, borrowed, quoted.list.at[i].whole);
	for (size_t i = 0; i < comment->marks.len; i++)
		if (cp_str_is(comment->marks.at[i].kind, "quotation"))
			borrow(writer, borrowed,
				(cp_span){comment->marks.at[i].start,
					comment->marks.at[i].end});
}

static void borrow_reused(cp_writer *writer, struct borrowed *borrowed)
{
	const cp_thread *thread = writer->graph->thread;
	size_t count = thread->comments.len;
	cp_reuse_text *texts = CP_NEW_ARRAY(writer->arena, cp_reuse_text, count);
	for (size_t i = 0; i < count; i++)
		texts[i] = (cp_reuse_text){.text = thread->comments.at[i].text,
			.voice = writer->graph->author_of[i],
			.answers = thread->comments.at[i].reply};
	cp_reuses found = cp_reuse_find(writer->arena, texts, count, thread->title);
	for (size_t i = 0; i < found.list.len; i++)
		borrow(writer, &borrowed[found.list.at[i].text], found.list.at[i].span);
}

static int compare_passages(const void *a, const void *b)
{
	const cp_quoted *left = a, *right = b;
	return (left->whole.start > right->whole.start)
		- (left->whole.start < right->whole.start);
}

static cp_digest_text *read_texts(cp_writer *writer)
{
	const cp_graph *graph = writer->graph;
	size_t count = graph->thread->comments.len;
	cp_digest_text *texts = CP_NEW_ARRAY(writer->arena, cp_digest_text, count);
	struct borrowed *borrowed = CP_NEW_ARRAY(writer->arena, struct borrowed, count);
	borrow_reused(writer, borrowed);
	for (size_t i = 0; i < count; i++) {
		const cp_comment *comment = &graph->thread->comments.at[i];
		borrow_marked(writer, &borrowed[i], comment);
		if (borrowed[i].list.len)
			qsort(borrowed[i].list.at, borrowed[i].list.len,
				sizeof *borrowed[i].list.at, compare_passages);
		texts[i] = (cp_digest_text){
			.text = comment->text,
			.quoted = borrowed[i].list.at,
			.quoted_len = borrowed[i].list.len,
			.voice = graph->author_of[i],
			.leads = cp_str_is(comment->id, "op"),
		};
	}
	return texts;
}

static size_t count_words(cp_str text)
{
	size_t words = 0;
	for (size_t i = 0; i < text.len; i++)
		words += text.at[i] == ' ' || text.at[i] == '\n';
	return words + 1;
}

static cp_str find_sentence(const cp_writer *writer, const cp_digest_sentence *sentence)
{
	return cp_str_part(writer->graph->thread->comments.at[sentence->text].text,
		sentence->span.start, sentence->span.end);
}

static int compare_places(const void *a, const void *b)
{
	const cp_digest_sentence *left = a, *right = b;
	if (left->text != right->text)
		return left->text < right->text ? -1 : 1;
	return left->span.start < right->span.start
		? -1
		: left->span.start > right->span.start;
}

static bool is_of_article(const cp_writer *writer, const cp_digest_sentence *sentence)
{
	return cp_str_is(writer->graph->thread->comments.at[sentence->text].id, "op");
}

/* The best for which there are words, in the order of the thread: of a short thread no more than
 * a third, or four. No sentence takes more than a third of the words. */
static cp_digest choose(cp_writer *writer)
{
	enum { SPARE = 3 }; /* so many times as many, as some are too long */
	const cp_thread *thread = writer->graph->thread;
	size_t wanted[] = {
		most[writer->wish->length].comments, most[writer->wish->length].article};
	size_t all = most[writer->wish->length].words, left = all, len = 0;
	cp_digest digest =
		cp_digest_make(writer->arena, read_texts(writer), thread->comments.len,
			thread->language, SPARE * wanted[1], SPARE * wanted[0]);
	size_t third = digest.sentences / 3 > 4 ? digest.sentences / 3 : 4;
	if (wanted[1] > third / 3)
		wanted[1] = third / 3;
	for (size_t i = 0; i < digest.list.len && len < third; i++) {
		const cp_digest_sentence *sentence = &digest.list.at[i];
		size_t words = count_words(find_sentence(writer, sentence));
		size_t *rest = &wanted[is_of_article(writer, sentence)];
		if (!*rest || words > left || words > all / 3)
			continue;
		--*rest;
		left -= words;
		digest.list.at[len++] = *sentence;
	}
	digest.list.len = len;
	if (len)
		qsort(digest.list.at, len, sizeof *digest.list.at, compare_places);
	return digest;
}

static void put_sentence(cp_writer *writer, const cp_digest_sentence *sentence)
{
	cp_str words = cp_prose_clean(writer->arena, find_sentence(writer, sentence));
	uint32_t author = writer->graph->author_of[sentence->text];
	cp_prose_begin(writer->prose, CP_ITEM);
	cp_put_person(writer, author, CP_SPEAKS, CP_NONE)->strong = true;
	cp_prose_printf(writer->prose, ": “");
	cp_prose_put(writer->prose, CP_RUN_PASSAGE, words)->of = sentence->text;
	cp_prose_printf(writer->prose, "”");
	cp_cite_comment(writer, sentence->text);
	cp_prose_end(writer->prose, ".");
}

static void tell(cp_writer *writer, const char *sentence)
{
	cp_prose_printf(writer->prose, "%s", sentence);
	cp_prose_end_aside(writer->prose, ".");
}

static void put_method(cp_writer *writer, const cp_digest *digest)
{
	cp_put_heading(writer, "How this was made");
	cp_prose_begin(writer->prose, CP_PARAGRAPH);
	tell(writer,
		"Nothing is annotated in this thread, so this is no summary of arguments: "
		"it is a digest");
	cp_prose_printf(writer->prose, "Of ");
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, digest->sentences, "sentence",
		"sentences");
	cp_prose_printf(writer->prose, " it gives ");
	cp_put_count(writer, CP_COUNT_OWN, CP_NONE, digest->list.len, "as it stands",
		"as they stand");
	cp_prose_end_aside(writer->prose, ".");
	tell(writer,
		"A program chose those that have most words in common with the rest of the "
		"thread (LexRank) and are least alike (maximal marginal relevance)");
	tell(writer, "It does not know who argues for what, nor who answers whom");
	if (!digest->stemmed)
		tell(writer,
			"Words were compared as they are written, without their stems");
}

void cp_put_digest(cp_writer *writer)
{
	cp_digest digest = choose(writer);
	bool article = false, comments = false;
	for (size_t i = 0; i < digest.list.len; i++) {
		bool leads = is_of_article(writer, &digest.list.at[i]);
		if (leads && !article)
			cp_put_heading(writer, "From the article");
		if (!leads && !comments)
			cp_put_heading(writer, "From the comments");
		article |= leads;
		comments |= !leads;
		put_sentence(writer, &digest.list.at[i]);
	}
	if (writer->graph->thread->comments.len)
		put_method(writer, &digest);
}
