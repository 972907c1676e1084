#include "text/approx.h"

#include "text/utf8.h"

enum { BITS = 64 };

/* The rows of the words that are computed together. A set bit of `up` (or `down`) says that a
 * row's value is one more (or less) than that of the row above. */
struct block {
	uint64_t up, down;
	uint64_t last; /* the bit of its last row */
	size_t rows;
	size_t value; /* of its last row: errors */
};

/* Each code point of the words has a number above 0, its symbol; all others have 0. Of each
 * symbol, a bit for each place at which it stands in the words. */
struct slot {
	uint32_t code_point, symbol;
};

struct cp_approx {
	size_t len, count; /* code points, blocks */
	uint64_t *places;  /* `count` words of each symbol */
	struct block *blocks;
	uint32_t ascii[128];
	struct slot *slots; /* of the other code points: a hash table */
	size_t mask;
	bool backwards;

	cp_str text;
	size_t at;         /* byte of the text */
	size_t most;       /* errors that are allowed */
	size_t alive;      /* the last block that is computed */
	unsigned anchored; /* what the row above the first gains a step */
};

/* ---- Symbols ---- */

static struct slot *slot_of(const cp_approx *approx, uint32_t code_point)
{
	size_t i = (code_point * UINT32_C(2654435769)) >> 7 & approx->mask;
	while (approx->slots[i].symbol && approx->slots[i].code_point != code_point)
		i = (i + 1) & approx->mask;
	return &approx->slots[i];
}

static uint32_t symbol_of(const cp_approx *approx, uint32_t code_point)
{
	return code_point < 128 ? approx->ascii[code_point]
				: slot_of(approx, code_point)->symbol;
}

/* Gives each code point of the words its symbol. How many symbols there are, with the 0. */
static uint32_t number_symbols(cp_approx *approx, cp_str words)
{
	uint32_t next = 1;
	for (size_t i = 0; i < words.len;) {
		uint32_t code_point = cp_utf8_next(words, &i);
		if (symbol_of(approx, code_point))
			continue;
		if (code_point < 128)
			approx->ascii[code_point] = next++;
		else
			*slot_of(approx, code_point) = (struct slot){code_point, next++};
	}
	return next;
}

static void mark_places(cp_approx *approx, cp_str words)
{
	size_t row = 0;
	for (size_t i = 0; i < words.len; row++) {
		size_t place = approx->backwards ? approx->len - 1 - row : row;
		uint32_t symbol = symbol_of(approx, cp_utf8_next(words, &i));
		approx->places[symbol * approx->count + place / BITS] |= UINT64_C(1)
			<< place % BITS;
	}
}

cp_approx *cp_approx_new(cp_arena *arena, cp_str words, bool backwards)
{
	size_t len = cp_utf8_count(words), slots = 16;
	if (len == 0 || len > CP_APPROX_MOST)
		return NULL;
	cp_approx *approx = CP_NEW(arena, cp_approx);
	approx->len = len;
	approx->count = (len + BITS - 1) / BITS;
	approx->backwards = backwards;
	while (slots < 2 * (words.len - len)) /* the bytes that ASCII has not */
		slots *= 2;
	approx->slots = CP_NEW_ARRAY(arena, struct slot, slots);
	approx->mask = slots - 1;
	uint32_t symbols = number_symbols(approx, words);
	approx->places = CP_NEW_ARRAY(arena, uint64_t, symbols * approx->count);
	mark_places(approx, words);
	approx->blocks = CP_NEW_ARRAY(arena, struct block, approx->count);
	return approx;
}

size_t cp_approx_len(const cp_approx *approx)
{
	return approx->len;
}

/* ---- Steps ---- */

/* As if the block had always been computed: each row one above the other, from `above`. */
static void open_block(cp_approx *approx, size_t index, size_t above)
{
	size_t left = approx->len - index * BITS, rows = left < BITS ? left : BITS;
	approx->blocks[index] = (struct block){
		.up = ~UINT64_C(0),
		.rows = rows,
		.last = UINT64_C(1) << (rows - 1),
		.value = above + rows,
	};
}

void cp_approx_start(cp_approx *approx, cp_str text, size_t most_errors, bool anchored)
{
	approx->text = text;
	approx->at = approx->backwards ? text.len : 0;
	approx->most = most_errors < approx->len ? most_errors : approx->len - 1;
	approx->anchored = anchored;
	approx->alive = approx->most / BITS;
	for (size_t i = 0; i <= approx->alive; i++)
		open_block(approx, i, i * BITS);
}

/* One column of one block: Myers' section 4, with the names of there in brackets. `more` says
 * what the row above the block gained, 1, 0 or -1; so does the result for its last row. */
static int step_block(struct block *block, uint64_t same, int more)
{
	uint64_t less = more < 0;
	uint64_t diagonal = same | block->down; /* [Xv] */
	same |= less;
	uint64_t across =
		(((same & block->up) + block->up) ^ block->up) | same; /* [Xh] */
	uint64_t gain = block->down | ~(across | block->up);           /* [Ph] */
	uint64_t loss = block->up & across;                            /* [Mh] */
	int last = ((gain & block->last) != 0) - ((loss & block->last) != 0);
	gain = gain << 1 | (more > 0);
	loss = loss << 1 | less;
	block->up = loss | ~(diagonal | gain);
	block->down = gain & diagonal;
	return last;
}

/* The next column of all blocks that are alive, and of the one below, if a path of few enough
 * errors can lead into it. */
static void step(cp_approx *approx, const uint64_t *same)
{
	struct block *blocks = approx->blocks;
	size_t alive = approx->alive;
	int more = (int)approx->anchored;
	for (size_t i = 0; i <= alive; i++) {
		more = step_block(&blocks[i], same[i], more);
		blocks[i].value += (size_t)more;
	}
	size_t before = blocks[alive].value - (size_t)more;
	if (alive + 1 < approx->count && before <= approx->most
		&& (more < 0 || same[alive + 1] & 1)) {
		approx->alive = ++alive;
		open_block(approx, alive, before);
		blocks[alive].value +=
			(size_t)step_block(&blocks[alive], same[alive], more);
		return;
	}
	while (alive > 0 && blocks[alive].value >= approx->most + blocks[alive].rows)
		alive--;
	approx->alive = alive;
}

static uint32_t next_symbol(cp_approx *approx)
{
	cp_str text = approx->text;
	if (!approx->backwards) {
		unsigned char byte = (unsigned char)text.at[approx->at];
		if (byte < 128) {
			approx->at++;
			return approx->ascii[byte];
		}
		return symbol_of(approx, cp_utf8_next(text, &approx->at));
	}
	do
		approx->at--;
	while (approx->at && !cp_starts_code_point(text.at[approx->at]));
	return symbol_of(approx, cp_utf8_next(text, &(size_t){approx->at}));
}

/* Steps while the first block alone is alive, and neither a place ends nor the next block is
 * reached: the common case, kept in registers. The last column is left to step(). */
static void skim(cp_approx *approx)
{
	struct block block = approx->blocks[0];
	size_t stop = approx->backwards ? 0 : approx->text.len, at = approx->at;
	bool alone = approx->count == 1;
	while (approx->at != stop) {
		at = approx->at;
		const uint64_t *same =
			approx->places + next_symbol(approx) * approx->count;
		struct block before = block;
		int more = step_block(&block, same[0], (int)approx->anchored);
		block.value += (size_t)more;
		if (alone ? block.value <= approx->most
			  : before.value <= approx->most && (more < 0 || same[1] & 1)) {
			block = before;
			approx->at = at;
			break;
		}
	}
	approx->blocks[0] = block;
}

bool cp_approx_next(cp_approx *approx, size_t *end, size_t *errors)
{
	const struct block *last = &approx->blocks[approx->count - 1];
	size_t stop = approx->backwards ? 0 : approx->text.len;
	for (;;) {
		if (approx->alive == 0)
			skim(approx);
		if (approx->at == stop)
			return false;
		step(approx, approx->places + next_symbol(approx) * approx->count);
		if (approx->alive == approx->count - 1 && last->value <= approx->most) {
			*end = approx->at;
			*errors = last->value;
			return true;
		}
	}
}

/* ---- Places ---- */

/* Of ends next to each other and equally good, the later one, so that a letter counts as
 * changed rather than as left out; but not for the sake of a blank. */
static bool is_better_end(cp_str text, const cp_near *place, size_t end, size_t errors)
{
	if (errors != place->errors)
		return errors < place->errors;
	size_t after = place->span.end;
	cp_utf8_next(text, &after);
	return after == end && text.at[end - 1] != ' ';
}

/* Into the list of the best, which is sorted; the last falls out where it is full. */
static size_t keep_place(cp_near *places, size_t len, size_t max, cp_near place)
{
	size_t i = len < max ? len : max;
	for (; i > 0 && places[i - 1].errors > place.errors; i--)
		if (i < max)
			places[i] = places[i - 1];
	if (i < max)
		places[i] = place;
	return len < max ? len + 1 : max;
}

static size_t find_ends(
	cp_approx *approx, cp_str text, size_t most_errors, cp_near *places, size_t max)
{
	cp_near place = {.errors = SIZE_MAX};
	size_t found = 0, end, errors;
	cp_approx_start(approx, text, most_errors, false);
	while (cp_approx_next(approx, &end, &errors)) {
		bool apart =
			place.errors != SIZE_MAX && end - place.span.end >= approx->len;
		if (apart)
			found = keep_place(places, found, max, place);
		if (apart || is_better_end(text, &place, end, errors))
			place = (cp_near){{0, end}, errors};
	}
	return place.errors == SIZE_MAX ? found : keep_place(places, found, max, place);
}

/* The start of a place whose end and errors are known: the words backwards from there. */
static size_t find_start(cp_approx *back, cp_str text, const cp_near *place)
{
	cp_str before = cp_utf8_tail(
		cp_str_part(text, 0, place->span.end), 4 * (back->len + place->errors));
	size_t skipped = place->span.end - before.len, start, errors;
	size_t best = place->span.end;
	cp_approx_start(back, before, place->errors, true);
	while (cp_approx_next(back, &start, &errors))
		if (best == place->span.end || before.at[start] != ' ')
			best = skipped + start;
	return best;
}

size_t cp_find_near(cp_arena *scratch, cp_str text, cp_str words, size_t most_errors,
	cp_near *places, size_t max)
{
	cp_approx *approx = cp_approx_new(scratch, words, false);
	size_t found = approx ? find_ends(approx, text, most_errors, places, max) : 0;
	cp_approx *back = found ? cp_approx_new(scratch, words, true) : NULL;
	for (size_t i = 0; i < found; i++)
		places[i].span.start = find_start(back, text, &places[i]);
	return found;
}

double cp_likeness(cp_arena *scratch, cp_str text, cp_str words)
{
	cp_approx *approx = cp_approx_new(scratch, words, false);
	if (!approx)
		return words.len ? 0 : 1;
	size_t fewest = approx->len, end, errors;
	cp_approx_start(approx, text, fewest, false);
	while (cp_approx_next(approx, &end, &errors))
		if (errors < fewest)
			fewest = errors;
	return 1 - (double)fewest / (double)approx->len;
}
