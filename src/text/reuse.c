#include "text/reuse.h"

#include "text/tokens.h"
#include "text/utf8.h"

#include <stdlib.h>

/* Lengths in words, but for the bytes of an echo. */
enum {
	ECHO_RUN = 5,   /* hashed for echoes … */
	QUOTED_RUN = 3, /* … and for marked passages */
	PAIR = 2,
	LEAST_ECHO = 6,
	LEAST_ECHO_BYTES = 25,
	LEAST_ECHO_CONTENT = 3,
	MOST_ALTERED = 3, /* between two pieces of one passage */
	MOST_CUT = 60,    /* that an ellipsis leaves out */
	MOST_PLACES = 8,  /* of one run, kept: enough to choose among */
	MOST_RECENT = 24, /* passages that a piece may go on */
	VOICES = 3,       /* who say the same make it a formula */
};

const char *const cp_reuse_fidelity_names[CP_REUSE_FIDELITIES] = {
	"verbatim", "altered", "truncated"};

/* Flags of a token: a run of the index that is so flagged begins there; it is in a passage
 * that was found. */
enum { IS_ECHO = 1, IS_QUOTED = 2, IS_PAIR = 4, IS_TAKEN = 8 };

/* Where a run of words occurs. */
struct place {
	uint32_t token, text, next; /* the first of the run; `next` in places */
};

struct slot {
	uint64_t gram;        /* hash of the run; 0: free */
	uint32_t first, last; /* places */
	uint32_t uses;
	uint32_t voice[VOICES - 1];
	uint32_t voices; /* up to VOICES */
};

/* Runs of `run` words that are worth looking up, and where they occur. */
struct index {
	unsigned run;
	uint8_t flag; /* of a token where a wanted run begins */
	bool used;    /* there are any */
	struct slot *slots;
	size_t len, cap;
	struct place *places;
	uint32_t places_len, places_cap;
};

/* A passage of the later text and what it may be from; tokens, half-open. */
struct match {
	uint32_t origin;
	uint32_t start, end, from, to;
	uint32_t words;             /* that agree */
	bool joined, cut, answered; /* `answered`: the text answers its origin */
};

struct finder {
	cp_arena *arena;
	const cp_reuse_text *texts;
	cp_tokens tokens;
	uint32_t *first; /* of each text and of the end: its first token */
	cp_word_set common;
	struct index echoes, quotes, pairs;
	struct match *matches; /* of the stretch that is searched */
	size_t matches_len, matches_cap;
	uint8_t *flags; /* of each token: which runs begin there, and IS_TAKEN */
	cp_reuses found;
};

/* ---- Runs of words ---- */

/* A sum of products, so that the processor takes all words at once. */
static uint64_t hash_run(const cp_token *tokens, unsigned run)
{
	static const uint64_t factors[ECHO_RUN] = {UINT64_C(0xbf58476d1ce4e5b9),
		UINT64_C(0x94d049bb133111eb), UINT64_C(0xd6e8feb86659fd93),
		UINT64_C(0xff51afd7ed558ccd), UINT64_C(0xc4ceb9fe1a85ec53)};
	uint64_t hash = 0;
	for (unsigned i = 0; i < run; i++)
		hash += tokens[i].hash * factors[i];
	hash = (hash ^ (hash >> 32)) * factors[0];
	return hash ? hash : 1;
}

static void clear_index(struct index *index)
{
	free(index->slots);
	free(index->places);
}

/* A Bloom filter: three bits of one word for each hash, so that it costs one look at the
 * memory. A few runs in a hundred seem to be in it and are not, which costs time later, and
 * nothing else. After Putze, Sanders and Singler, "Cache-, hash- and space-efficient Bloom
 * filters" (2007). */
struct filter {
	uint64_t *words;
	unsigned bits; /* of a hash, that choose the word */
};

static struct filter filter_new(size_t runs)
{
	enum { BITS_PER_RUN = 6 };
	struct filter filter = {.bits = 4};
	while (filter.bits < 40 && (size_t)64 << filter.bits < runs * BITS_PER_RUN)
		filter.bits++;
	size_t size = sizeof *filter.words << filter.bits;
	filter.words = cp_xmalloc(size);
	memset(filter.words, 0, size);
	return filter;
}

static uint64_t mask_of(uint64_t gram)
{
	return UINT64_C(1) << (gram & 63) | UINT64_C(1) << (gram >> 6 & 63)
		| UINT64_C(1) << (gram >> 12 & 63);
}

static bool has(const struct filter *filter, uint64_t gram)
{
	return (~filter->words[gram >> (64 - filter->bits)] & mask_of(gram)) == 0;
}

static void put(struct filter *filter, uint64_t gram)
{
	filter->words[gram >> (64 - filter->bits)] |= mask_of(gram);
}

/* The slot of a run, or the free one where it would be. */
static struct slot *find_slot(const struct index *index, uint64_t gram)
{
	size_t i = gram & (index->cap - 1);
	while (index->slots[i].gram && index->slots[i].gram != gram)
		i = (i + 1) & (index->cap - 1);
	return &index->slots[i];
}

static void grow_slots(struct index *index)
{
	struct index bigger = *index;
	bigger.cap = index->cap ? index->cap * 2 : 1024;
	bigger.slots = cp_xmalloc(bigger.cap * sizeof *bigger.slots);
	memset(bigger.slots, 0, bigger.cap * sizeof *bigger.slots);
	for (size_t i = 0; i < index->cap; i++)
		if (index->slots[i].gram)
			*find_slot(&bigger, index->slots[i].gram) = index->slots[i];
	free(index->slots);
	*index = bigger;
}

static void add_voice(struct slot *slot, uint32_t voice)
{
	for (uint32_t v = 0; v < slot->voices && v < VOICES - 1; v++)
		if (slot->voice[v] == voice)
			return;
	if (slot->voices < VOICES - 1)
		slot->voice[slot->voices] = voice;
	slot->voices += slot->voices < VOICES;
}

static uint32_t add_place(struct index *index, uint32_t token, uint32_t text)
{
	if (index->places_len == index->places_cap) {
		index->places_cap = index->places_cap ? index->places_cap * 2 : 1024;
		index->places = cp_xrealloc(
			index->places, index->places_cap * sizeof *index->places);
	}
	index->places[index->places_len] = (struct place){token, text, CP_NONE};
	return index->places_len++;
}

static void add_run(struct finder *finder, struct index *index, uint64_t gram,
	uint32_t token, uint32_t text)
{
	if (2 * (index->len + 1) > index->cap)
		grow_slots(index);
	struct slot *slot = find_slot(index, gram);
	bool known = slot->gram != 0;
	slot->gram = gram;
	add_voice(slot, finder->texts[text].voice);
	if (slot->uses++ >= MOST_PLACES)
		return;
	uint32_t place = add_place(index, token, text);
	if (known)
		index->places[slot->last].next = place;
	else
		slot->first = place;
	slot->last = place;
	index->len += !known;
}

static bool is_wanted(
	const struct finder *finder, const struct index *index, uint32_t token)
{
	return finder->flags[token] & index->flag;
}

static uint64_t hash_at(
	const struct finder *finder, const struct index *index, uint32_t token)
{
	return hash_run(finder->tokens.at + token, index->run);
}

static void add_runs(struct finder *finder, struct index *index, uint32_t text)
{
	for (uint32_t t = finder->first[text]; index->used && t < finder->first[text + 1];
		t++)
		if (is_wanted(finder, index, t))
			add_run(finder, index, hash_at(finder, index, t), t, text);
}

/* Flags where runs begin that the filter has; a run does not go on into the next text. */
static void flag_runs(struct finder *finder, struct index *index,
	const struct filter *filter, size_t count)
{
	for (size_t text = 0; text < count; text++)
		for (uint32_t t = finder->first[text];
			t + index->run <= finder->first[text + 1]; t++)
			if (has(filter, hash_at(finder, index, t)))
				finder->flags[t] |= index->flag;
	index->used = true;
}

/* Most runs occur once; a bit each tells which do not, so that only those cost memory. */
static void flag_repeated(struct finder *finder, size_t count)
{
	struct index *index = &finder->echoes;
	struct filter once = filter_new(finder->tokens.len);
	struct filter again = filter_new(finder->tokens.len);
	for (size_t text = 0; text < count; text++)
		for (uint32_t t = finder->first[text];
			t + index->run <= finder->first[text + 1]; t++) {
			uint64_t gram = hash_at(finder, index, t);
			put(has(&once, gram) ? &again : &once, gram);
		}
	flag_runs(finder, index, &again, count);
	free(once.words);
	free(again.words);
}

/* ---- Marked passages ---- */

struct stretch {
	uint32_t start, end; /* tokens */
};

static struct stretch stretch_of(const struct finder *finder, uint32_t text, cp_span span)
{
	uint32_t first = finder->first[text];
	const cp_token *tokens = finder->tokens.at + first;
	size_t len = finder->first[text + 1] - first;
	struct stretch stretch = {
		first + (uint32_t)cp_token_after(tokens, len, span.start),
		first + (uint32_t)cp_token_after(tokens, len, span.end)};
	return stretch;
}

/* Two words in quotation marks are hardly more than a turn of phrase: only both in a row, and
 * only if both say something, are looked for. */
static struct index *index_of(struct finder *finder, struct stretch stretch)
{
	return stretch.end - stretch.start < PAIR     ? NULL
		: stretch.end - stretch.start == PAIR ? &finder->pairs
						      : &finder->quotes;
}

/* Each run in the marked passages that this index is for: counted, and put into `filter`. */
static size_t see_quoted(struct finder *finder, const struct index *index, size_t count,
	struct filter *filter)
{
	size_t runs = 0;
	for (uint32_t text = 0; text < count; text++)
		for (size_t q = 0; q < finder->texts[text].quoted_len; q++) {
			struct stretch stretch = stretch_of(
				finder, text, finder->texts[text].quoted[q].span);
			if (index_of(finder, stretch) != index)
				continue;
			for (uint32_t t = stretch.start; t + index->run <= stretch.end;
				t++, runs++)
				if (filter)
					put(filter, hash_at(finder, index, t));
		}
	return runs;
}

static void flag_quoted(struct finder *finder, struct index *index, size_t count)
{
	size_t runs = see_quoted(finder, index, count, NULL);
	if (!runs)
		return;
	struct filter filter = filter_new(runs);
	see_quoted(finder, index, count, &filter);
	flag_runs(finder, index, &filter, count);
	free(filter.words);
}

/* ---- Matches ---- */

static bool same_word(const struct finder *finder, uint32_t text, uint32_t t,
	uint32_t origin, uint32_t o)
{
	return cp_token_same(finder->texts[text].text, &finder->tokens.at[t],
		finder->texts[origin].text, &finder->tokens.at[o]);
}

/* The longest match through the words at `t` and at a place, within the stretch; of no words
 * where the run there is another one with the same hash. */
static struct match extend(const struct finder *finder, uint32_t text, uint32_t t,
	struct stretch within, const struct place *place, unsigned run)
{
	uint32_t first = finder->first[place->text];
	uint32_t last = finder->first[place->text + 1];
	struct match match = {.origin = place->text,
		.start = t,
		.end = t,
		.from = place->token,
		.to = place->token,
		.answered = place->text == finder->texts[text].answers};
	while (match.end < within.end && match.to < last
		&& same_word(finder, text, match.end, place->text, match.to)) {
		match.end++;
		match.to++;
	}
	if (match.end - t < run)
		return (struct match){0};
	while (match.start > within.start && match.from > first
		&& same_word(
			finder, text, match.start - 1, place->text, match.from - 1)) {
		match.start--;
		match.from--;
	}
	match.words = match.end - match.start;
	return match;
}

/* Is there an ellipsis between two words of a text? */
static bool has_ellipsis(const struct finder *finder, uint32_t text, uint32_t before)
{
	cp_str gap = cp_str_part(finder->texts[text].text, finder->tokens.at[before].end,
		finder->tokens.at[before + 1].start);
	return cp_find_bytes(gap, CP_LIT("…"), 0) != SIZE_MAX
		|| cp_find_bytes(gap, CP_LIT("..."), 0) != SIZE_MAX;
}

/* Does `next` go on where `match` ends, but for a few words or an ellipsis? Then they are
 * one. */
static bool join(const struct finder *finder, uint32_t text, struct match *match,
	struct match next)
{
	if (next.start < match->end) {
		uint32_t overlap = match->end - next.start;
		if (next.origin != match->origin || overlap >= next.words)
			return false;
		next.start += overlap;
		next.from += overlap;
		next.words -= overlap;
	}
	uint32_t gap = next.start - match->end;
	if (next.origin != match->origin || next.from < match->to || gap > MOST_ALTERED)
		return false;
	uint32_t left_out = next.from - match->to;
	bool cut = left_out > 0 && left_out <= MOST_CUT
		&& has_ellipsis(finder, text, match->end - 1);
	if (!cut && left_out > MOST_ALTERED)
		return false;
	match->end = next.end;
	match->to = next.to;
	match->words += next.words;
	match->joined = true;
	match->cut |= cut;
	return true;
}

static void add_match(struct finder *finder, uint32_t text, struct match match)
{
	size_t recent =
		finder->matches_len > MOST_RECENT ? finder->matches_len - MOST_RECENT : 0;
	for (size_t i = finder->matches_len; i-- > recent;)
		if (join(finder, text, &finder->matches[i], match))
			return;
	if (finder->matches_len == finder->matches_cap) {
		finder->matches_cap = finder->matches_cap ? finder->matches_cap * 2 : 64;
		finder->matches = cp_xrealloc(
			finder->matches, finder->matches_cap * sizeof *finder->matches);
	}
	finder->matches[finder->matches_len++] = match;
}

/* The better one first: longer, else what is answered, else earlier. */
static int by_rank(const void *left, const void *right)
{
	const struct match *a = left, *b = right;
	if (a->words != b->words)
		return a->words > b->words ? -1 : 1;
	if (a->answered != b->answered)
		return a->answered ? -1 : 1;
	return a->origin != b->origin ? (a->origin > b->origin) - (a->origin < b->origin)
				      : (a->start > b->start) - (a->start < b->start);
}

/* Every match with an earlier text. Past the longest one at a place, the search goes on with
 * the first run that is not within it: whatever reaches further has that run. */
static void search(struct finder *finder, const struct index *index, uint32_t text,
	struct stretch within)
{
	finder->matches_len = 0;
	for (uint32_t t = within.start; index->cap && t + index->run <= within.end;) {
		uint32_t reach = t;
		struct slot *slot = is_wanted(finder, index, t)
			? find_slot(index, hash_at(finder, index, t))
			: NULL;
		uint32_t place = slot && slot->gram ? slot->first : CP_NONE;
		for (; place != CP_NONE; place = index->places[place].next) {
			struct match match = extend(finder, text, t, within,
				&index->places[place], index->run);
			if (!match.words)
				continue;
			reach = match.end > reach ? match.end : reach;
			add_match(finder, text, match);
		}
		t = reach > t + index->run ? reach - index->run + 1 : t + 1;
	}
	if (finder->matches_len)
		qsort(finder->matches, finder->matches_len, sizeof *finder->matches,
			by_rank);
}

/* ---- What is worth telling ---- */

static uint32_t count_content(const struct finder *finder, uint32_t start, uint32_t end)
{
	uint32_t count = 0;
	for (uint32_t t = start; t < end; t++)
		count += !cp_word_set_has(&finder->common, finder->tokens.at[t].hash);
	return count;
}

static cp_span span_of(const struct finder *finder, uint32_t start, uint32_t end)
{
	return (cp_span){finder->tokens.at[start].start, finder->tokens.at[end - 1].end};
}

/* Punctuation that goes with the words before it; quotation marks do not. */
static bool is_beside(uint32_t c)
{
	const char *category = cp_utf8_category(c);
	return category[0] == 'P' && !strchr("fi", category[1]) && c != '"' && c != '\'';
}

/* Past the punctuation after both spans, as far as it is the same. */
static void widen(cp_str a, cp_span *in_a, cp_str b, cp_span *in_b)
{
	while (in_a->end < a.len && in_b->end < b.len) {
		size_t a_end = in_a->end, b_end = in_b->end;
		uint32_t c = cp_utf8_next(a, &a_end);
		if (c != cp_utf8_next(b, &b_end) || !is_beside(c))
			return;
		in_a->end = a_end;
		in_b->end = b_end;
	}
}

static cp_str part(cp_str text, cp_span span)
{
	return cp_str_part(text, span.start, span.end);
}

static cp_reuse_fidelity fidelity_of(
	const struct finder *finder, const cp_reuse *reuse, const struct match *match)
{
	if (match->cut)
		return CP_REUSE_TRUNCATED;
	if (match->joined)
		return CP_REUSE_ALTERED;
	cp_arena scratch = {0};
	cp_folded later =
		cp_fold(&scratch, part(finder->texts[reuse->text].text, reuse->span));
	cp_folded origin = cp_fold(
		&scratch, part(finder->texts[reuse->origin].text, reuse->origin_span));
	bool same = cp_str_eq(later.text, origin.text);
	cp_arena_clear(&scratch);
	return same ? CP_REUSE_VERBATIM : CP_REUSE_ALTERED;
}

/* Of the matches, which are in order, those that have as many words at the same place. */
static uint32_t count_origins(const struct finder *finder, const struct match *best)
{
	uint32_t count = 0;
	for (const struct match *match = best;
		match < finder->matches + finder->matches_len
		&& match->words == best->words && match < best + MOST_PLACES;
		match++)
		count += match->start == best->start;
	return count;
}

static void add_reuse(struct finder *finder, uint32_t text, const struct match *match,
	struct stretch stretch, uint32_t quoted)
{
	cp_reuse reuse = {
		.text = text,
		.origin = match->origin,
		.span = span_of(finder, stretch.start, stretch.end),
		.origin_span = span_of(finder, match->from, match->to),
		.quoted = quoted,
		.words = match->words,
		.origins = count_origins(finder, match),
	};
	struct match whole = *match;
	whole.joined |= match->start > stretch.start || match->end < stretch.end;
	widen(finder->texts[text].text, &reuse.span, finder->texts[match->origin].text,
		&reuse.origin_span);
	reuse.fidelity = fidelity_of(finder, &reuse, &whole);
	*cp_push(finder->arena, &finder->found.list) = reuse;
	for (uint32_t t = stretch.start; t < stretch.end; t++)
		finder->flags[t] |= IS_TAKEN;
}

/* At least half of a marked passage, and a word that says something. */
static bool is_origin(
	const struct finder *finder, const struct match *match, struct stretch stretch)
{
	uint32_t words = stretch.end - stretch.start;
	uint32_t content = count_content(finder, match->start, match->end);
	return words == PAIR ? content == PAIR : content && match->words * 2 >= words;
}

static void find_quoted(struct finder *finder, uint32_t text)
{
	const cp_reuse_text *it = &finder->texts[text];
	for (uint32_t q = 0; q < it->quoted_len; q++) {
		struct stretch stretch = stretch_of(finder, text, it->quoted[q].span);
		const struct index *index = index_of(finder, stretch);
		if (!index)
			continue;
		search(finder, index, text, stretch);
		if (finder->matches_len && is_origin(finder, finder->matches, stretch))
			add_reuse(finder, text, finder->matches, stretch, q);
	}
}

/* Everybody says it: then nobody took it from anybody. */
static bool is_formula(const struct finder *finder, uint32_t start, uint32_t end)
{
	const struct index *index = &finder->echoes;
	for (uint32_t t = start; t + index->run <= end; t++)
		if (find_slot(index, hash_at(finder, index, t))->voices < VOICES)
			return false;
	return true;
}

static bool is_echo(const struct finder *finder, uint32_t text, const struct match *match)
{
	cp_span span = span_of(finder, match->start, match->end);
	uint32_t words = match->end - match->start;
	uint32_t longest = match->to - match->from > words && !match->cut
		? match->to - match->from
		: words;
	uint32_t content = count_content(finder, match->start, match->end);
	return match->words >= LEAST_ECHO && span.end - span.start >= LEAST_ECHO_BYTES
		&& content >= LEAST_ECHO_CONTENT && content * 10 >= words * 3
		&& match->words * 5 >= longest * 4
		&& finder->texts[text].voice != finder->texts[match->origin].voice;
}

static void find_echoes(struct finder *finder, uint32_t text)
{
	struct stretch all = {finder->first[text], finder->first[text + 1]};
	search(finder, &finder->echoes, text, all);
	for (size_t i = 0; i < finder->matches_len; i++) {
		const struct match *match = &finder->matches[i];
		if (!(finder->flags[match->start] & IS_TAKEN)
			&& !(finder->flags[match->end - 1] & IS_TAKEN)
			&& is_echo(finder, text, match))
			add_reuse(finder, text, match,
				(struct stretch){match->start, match->end}, CP_NONE);
	}
}

/* Only once all has been read is it known what is said by many. */
static void drop_formulas(struct finder *finder)
{
	size_t kept = 0;
	for (size_t i = 0; i < finder->found.list.len; i++) {
		cp_reuse reuse = finder->found.list.at[i];
		struct stretch stretch = stretch_of(finder, reuse.text, reuse.span);
		if (reuse.quoted != CP_NONE
			|| !is_formula(finder, stretch.start, stretch.end))
			finder->found.list.at[kept++] = reuse;
	}
	finder->found.list.len = kept;
}

static void read_words(struct finder *finder, size_t count)
{
	finder->first = CP_NEW_ARRAY(finder->arena, uint32_t, count + 1);
	for (size_t text = 0; text < count; text++) {
		cp_tokens_add(&finder->tokens, finder->texts[text].text);
		finder->first[text + 1] = (uint32_t)finder->tokens.len;
	}
	finder->flags = CP_NEW_ARRAY(finder->arena, uint8_t, finder->tokens.len);
}

static void clear(struct finder *finder)
{
	clear_index(&finder->echoes);
	clear_index(&finder->quotes);
	clear_index(&finder->pairs);
	cp_tokens_clear(&finder->tokens);
	free(finder->matches);
}

cp_reuses cp_reuse_find(
	cp_arena *arena, const cp_reuse_text *texts, size_t count, cp_str topic)
{
	struct finder finder = {
		.arena = arena,
		.texts = texts,
		.echoes = {.run = ECHO_RUN, .flag = IS_ECHO},
		.quotes = {.run = QUOTED_RUN, .flag = IS_QUOTED},
		.pairs = {.run = PAIR, .flag = IS_PAIR},
	};
	cp_word_set_add_common(arena, &finder.common);
	cp_word_set_add(arena, &finder.common, topic);
	read_words(&finder, count);
	if (!finder.tokens.len)
		return finder.found;
	flag_repeated(&finder, count);
	flag_quoted(&finder, &finder.quotes, count);
	flag_quoted(&finder, &finder.pairs, count);
	for (uint32_t text = 0; text < count; text++) {
		if (!texts[text].work) {
			find_quoted(&finder, text);
			find_echoes(&finder, text);
		}
		add_runs(&finder, &finder.echoes, text);
		add_runs(&finder, &finder.quotes, text);
		add_runs(&finder, &finder.pairs, text);
	}
	drop_formulas(&finder);
	clear(&finder);
	return finder.found;
}
