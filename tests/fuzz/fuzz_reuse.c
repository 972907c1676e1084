/* Any bytes as a thread: texts apart by 0. What is found stands in both texts and says the
 * same; in short threads, nothing is missed that comparing all with all finds. A digest has its sentences. */
#include "fuzz.h"

#include "text/digest.h"
#include "text/reuse.h"
#include "text/sentence.h"
#include "text/tokens.h"
#include "text/utf8.h"

enum {
	MOST_TEXTS = 8,
	MOST_COMPARED = 24, /* words of a text */
	LEAST_ECHO = 6,
};

struct thread {
	cp_arena arena;
	cp_reuse_text texts[MOST_TEXTS];
	size_t len;
};

static void must_be_parts(cp_str text, cp_span span)
{
	MUST(span.start < span.end && span.end <= text.len);
	MUST(cp_starts_code_point(text.at[span.start]));
	MUST(span.end == text.len || cp_starts_code_point(text.at[span.end]));
}

static void add_text(struct thread *thread, cp_str raw)
{
	cp_buf buf = {0};
	cp_utf8_repair(&buf, raw);
	cp_reuse_text *text = &thread->texts[thread->len];
	text->text = cp_buf_settle(&thread->arena, &buf);
	text->voice = (uint32_t)thread->len;
	text->answers = thread->len ? (uint32_t)(raw.len % thread->len) : CP_NONE;
	cp_quoted_list quoted = cp_quoted_find(&thread->arena, text->text);
	text->quoted = quoted.list.at;
	text->quoted_len = quoted.list.len;
	size_t end = 0;
	for (size_t i = 0; i < quoted.list.len; i++) {
		must_be_parts(text->text, quoted.list.at[i].span);
		must_be_parts(text->text, quoted.list.at[i].whole);
		MUST(quoted.list.at[i].whole.start >= end);
		end = quoted.list.at[i].whole.end;
	}
	thread->len++;
}

static void read_thread(struct thread *thread, const uint8_t *data, size_t size)
{
	*thread = (struct thread){0};
	for (size_t i = 0; i <= size && thread->len < MOST_TEXTS;) {
		const uint8_t *end = i < size ? memchr(data + i, 0, size - i) : NULL;
		size_t len = end ? (size_t)(end - data) - i : size - i;
		add_text(thread, (cp_str){(const char *)data + i, len});
		i += len + 1;
	}
}

static void must_be_taken(const struct thread *thread, const cp_reuse *reuse)
{
	const cp_reuse_text *text = &thread->texts[reuse->text];
	const cp_reuse_text *origin = &thread->texts[reuse->origin];
	MUST(reuse->origin < reuse->text && reuse->words > 1 && reuse->origins);
	must_be_parts(text->text, reuse->span);
	must_be_parts(origin->text, reuse->origin_span);
	MUST(reuse->quoted == CP_NONE || reuse->quoted < text->quoted_len);
	if (reuse->fidelity != CP_REUSE_VERBATIM)
		return;
	cp_arena arena = {0};
	cp_str taken = cp_str_part(text->text, reuse->span.start, reuse->span.end);
	cp_str from = cp_str_part(
		origin->text, reuse->origin_span.start, reuse->origin_span.end);
	MUST(cp_str_eq(cp_fold(&arena, taken).text, cp_fold(&arena, from).text));
	cp_arena_clear(&arena);
}

/* The longest run of words, all of which say something, that two texts share. */
static uint32_t longest_common(const cp_tokens *a, cp_str a_text, const cp_tokens *b,
	cp_str b_text, const cp_word_set *common)
{
	uint32_t longest = 0;
	for (size_t i = 0; i < a->len; i++)
		for (size_t j = 0; j < b->len; j++) {
			uint32_t n = 0;
			while (i + n < a->len && j + n < b->len
				&& !cp_word_set_has(common, a->at[i + n].hash)
				&& cp_token_same(
					a_text, &a->at[i + n], b_text, &b->at[j + n]))
				n++;
			longest = n > longest ? n : longest;
		}
	return longest;
}

/* With two texts and no marks, the longest run is found if it is long enough. */
static void must_be_complete(struct thread *thread, const cp_reuses *reuses)
{
	cp_word_set common = {0};
	cp_tokens tokens[2] = {0};
	cp_word_set_add_common(&thread->arena, &common);
	for (size_t i = 0; i < 2; i++)
		cp_tokens_add(&tokens[i], thread->texts[i].text);
	uint32_t longest = 0, found = 0;
	if (tokens[0].len <= MOST_COMPARED && tokens[1].len <= MOST_COMPARED)
		longest = longest_common(&tokens[0], thread->texts[0].text, &tokens[1],
			thread->texts[1].text, &common);
	for (size_t i = 0; i < reuses->list.len; i++)
		if (reuses->list.at[i].words > found)
			found = reuses->list.at[i].words;
	/* Short words may make too few bytes; so long a run has enough. */
	if (longest >= 2 * LEAST_ECHO + 1)
		MUST(found >= LEAST_ECHO);
	cp_tokens_clear(&tokens[0]);
	cp_tokens_clear(&tokens[1]);
}

/* Every byte that is no white space is in one sentence, in order. */
static void must_be_sentences(cp_arena *arena, cp_str text)
{
	cp_sentences found = cp_sentences_find(arena, text);
	size_t at = 0;
	for (size_t i = 0; i < found.list.len; i++) {
		must_be_parts(text, found.list.at[i]);
		for (; at < found.list.at[i].start; at++)
			MUST(text.at[at] == ' ' || text.at[at] == '\n');
		at = found.list.at[i].end;
	}
	for (; at < text.len; at++)
		MUST(text.at[at] == ' ' || text.at[at] == '\n');
	for (size_t i = 0, next; i < text.len; i = next) {
		next = cp_sentence_break(text, i);
		MUST(next > i && next <= text.len);
	}
}

/* Whole sentences of the texts, each once, and no more than are wanted. */
static void must_be_digest(struct thread *thread)
{
	enum { MOST_OF_FIRST = 2, MOST = 3 };
	cp_digest_text texts[MOST_TEXTS];
	size_t taken[2] = {0};
	double central = 0;
	for (size_t i = 0; i < thread->len; i++)
		texts[i] =
			(cp_digest_text){thread->texts[i].text, thread->texts[i].quoted,
				thread->texts[i].quoted_len, (uint32_t)i / 2, i == 0};
	cp_digest digest = cp_digest_make(
		&thread->arena, texts, thread->len, CP_LIT("en"), MOST_OF_FIRST, MOST);
	for (size_t i = 0; i < digest.list.len; i++) {
		const cp_digest_sentence *it = &digest.list.at[i];
		must_be_parts(texts[it->text].text, it->span);
		taken[texts[it->text].leads]++;
		central += it->centrality;
		for (size_t k = 0; k < i; k++)
			MUST(digest.list.at[k].text != it->text
				|| digest.list.at[k].span.start != it->span.start);
	}
	MUST(taken[0] <= MOST && taken[1] <= MOST_OF_FIRST);
	MUST(central >= 0 && central < 1.000001);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct thread thread;
	read_thread(&thread, data, size);
	cp_reuses reuses = cp_reuse_find(
		&thread.arena, thread.texts, thread.len, CP_LIT("the topic"));
	for (size_t i = 0; i < reuses.list.len; i++)
		must_be_taken(&thread, &reuses.list.at[i]);
	if (thread.len == 2 && !thread.texts[1].quoted_len)
		must_be_complete(&thread, &reuses);
	for (size_t i = 0; i < thread.len; i++)
		must_be_sentences(&thread.arena, thread.texts[i].text);
	must_be_digest(&thread);
	cp_arena_clear(&thread.arena);
	return 0;
}
