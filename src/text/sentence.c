#include "text/sentence.h"

#include "text/utf8.h"

/* Values of the property Sentence_Break. */
enum class {
	OTHER,
	CR,
	LF,
	SEPARATOR,
	EXTEND, /* and format characters */
	SPACE,
	LOWER,
	UPPER,
	LETTER,
	NUMERIC,
	ATERM,
	STERM,
	CONTINUE,
	CLOSE,
};

static const struct {
	uint32_t first, last;
	enum class class;
} exceptions[] = {
#include "text/sentence_classes.inc"
};

static enum class class_by_category(uint32_t c) {
	const char *category = cp_utf8_category(c); switch (category[0]){
		case 'L' : return category[1] == 'l'               ? LOWER
			: category[1] == 'u' || category[1] == 't' ? UPPER
								   : LETTER;
		case 'M' : return EXTEND;
		case 'N' : return category[1] == 'd' ? NUMERIC
			: category[1] == 'l'         ? LETTER
						     : OTHER;
		case 'P' : return strchr("seif", category[1]) ? CLOSE : OTHER;
		case 'Z' : return category[1] == 's' ? SPACE : SEPARATOR;
		default : return category[1] == 'f' ? EXTEND : OTHER;
	}
}

static enum class class_of(uint32_t c) {
	size_t low = 0, high = sizeof exceptions / sizeof *exceptions;
	if (c < 0x80 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z') return c & 0x20 ? LOWER
										: UPPER;
	if (c <= ' ' || c == 0x85) return c == '\n'               ? LF
		: c == '\r'                                       ? CR
		: c == 0x85                                       ? SEPARATOR
		: c == ' ' || c == '\t' || c == '\v' || c == '\f' ? SPACE
								  : OTHER;
	while (low < high){size_t middle = low + (high - low) / 2;
			   if (c > exceptions[middle].last) low = middle + 1;
			   else high = middle;}
return low < sizeof exceptions / sizeof *exceptions && c >= exceptions[low].first
	? exceptions[low].class
	: class_by_category(c);
}

static bool is_separator(enum class class)
{
	return class == CR || class == LF || class == SEPARATOR;
}

/* What has been read, as far as the rules look back. */
struct state {
	enum class before; /* the last but EXTEND (SB5) */
	enum class term;   /* ATERM or STERM, if nothing but closing marks and spaces has
			    * come since; else OTHER */
	enum class before_term;
	bool closed, spaced; /* such marks, such spaces have */
	bool start;          /* nothing has been read */
};

/* SB8: after a full stop, a small letter goes on with the sentence, whatever stands between
 * that is neither letter nor full stop. */
static bool goes_on_small(cp_str text, size_t i, bool ellipsis)
{
	while (i < text.len) {
		uint32_t c = cp_utf8_next(text, &i);
		enum class class = ellipsis && c == 0x2026 ? ATERM : class_of(c);
		if (class == LOWER)
			return true;
		if (class == LETTER || class == UPPER || class == ATERM || class == STERM
			|| is_separator(class))
			return false;
	}
	return false;
}

/* Is there a break before a character of this class, at byte `at`? */
static bool breaks(const struct state *state, enum class class, cp_str text, size_t at,
	bool ellipsis)
{
	if (state->start || (state->before == CR && class == LF))
		return false;
	if (is_separator(state->before))
		return true;
	if (state->term == OTHER || class == EXTEND)
		return false;
	bool direct = !state->closed && !state->spaced;
	if (state->term == ATERM
		&& ((direct && class == NUMERIC)
			|| (direct && class == UPPER
				&& (state->before_term == UPPER
					|| state->before_term == LOWER))
			|| goes_on_small(text, at, ellipsis)))
		return false;
	if (class == CONTINUE || class == ATERM || class == STERM)
		return false;
	if (class == CLOSE && !state->spaced)
		return false;
	return class != SPACE && !is_separator(class);
}

static void advance(struct state *state, enum class class)
{
	/* After a separator there is a break before EXTEND too: it begins the sentence. */
	if (class == EXTEND && !state->start && !is_separator(state->before))
		return;
	if (class == ATERM || class == STERM) {
		state->before_term = state->before;
		state->term = class;
		state->closed = state->spaced = false;
	} else if (class == CLOSE && state->term != OTHER && !state->spaced) {
		state->closed = true;
	} else if (class == SPACE && state->term != OTHER) {
		state->spaced = true;
	} else {
		state->term = OTHER;
	}
	state->before = class;
	state->start = false;
}

/* With `ellipsis`, "…" may end a sentence as "." may. */
static size_t find_break(cp_str text, size_t i, bool ellipsis)
{
	struct state state = {.start = true};
	while (i < text.len) {
		size_t at = i;
		uint32_t c = cp_utf8_next(text, &i);
		enum class class = ellipsis && c == 0x2026 ? ATERM : class_of(c);
		if (breaks(&state, class, text, at, ellipsis))
			return at;
		advance(&state, class);
	}
	return text.len;
}

size_t cp_sentence_break(cp_str text, size_t i)
{
	return find_break(text, i, false);
}

/* ---- Made for comments ---- */

enum { LONGEST_ABBREVIATION = 8 };

/* After these, with a full stop, a sentence goes on. Small letters. */
static const char *const abbreviations[] = {"mr", "mrs", "ms", "dr", "prof", "st", "sr",
	"jr", "rev", "hon", "gov", "sen", "rep", "gen", "vs", "e.g", "eg", "i.e", "ie",
	"cf", "p", "pp", "ch", "vol", "no", "fig", "ed", "eds", "al", "art", "sec",
	"approx", "est", "inc", "ltd", "co", "corp", "u.s", "u.k", "jan", "feb", "mar",
	"apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "bzw", "z.b",
	"d.h", "u.a", "ca", "nr", "abs", "vgl", "usw", "bspw", "mme", "mlle", "p.ex"};

/* The word with its inner full stops that ends at byte `end`, or the end of a long one. */
static cp_str word_before(cp_str text, size_t start, size_t end)
{
	size_t from = end;
	while (from > start && end - from <= LONGEST_ABBREVIATION
		&& text.at[from - 1] != ' ' && text.at[from - 1] != '\n'
		&& text.at[from - 1] != '(')
		from--;
	return cp_str_part(text, from, end);
}

static bool is_abbreviation(cp_str word)
{
	char small[LONGEST_ABBREVIATION];
	if (!word.len || word.len > LONGEST_ABBREVIATION)
		return false;
	for (size_t i = 0; i < word.len; i++)
		small[i] = (char)(word.at[i] >= 'A' && word.at[i] <= 'Z' ? word.at[i] + 32
									 : word.at[i]);
	for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++)
		if (cp_str_eq((cp_str){small, word.len}, cp_str_of(abbreviations[i])))
			return true;
	return false;
}

/* "J. S. Mill": one capital before the full stop, which "I" is not taken for. */
static bool is_initial(cp_str word)
{
	return word.len == 1 && word.at[0] >= 'A' && word.at[0] <= 'Z'
		&& word.at[0] != 'I';
}

/* "2." or "2)" at the beginning: a number of a list, not a sentence. */
static bool is_list_number(cp_str sentence)
{
	size_t i = 0;
	while (i < sentence.len && i < 3 && sentence.at[i] >= '0'
		&& sentence.at[i] <= '9')
		i++;
	return i && i + 1 == sentence.len
		&& (sentence.at[i] == '.' || sentence.at[i] == ')');
}

static cp_span trim(cp_str text, size_t start, size_t end)
{
	while (start < end && (text.at[start] == ' ' || text.at[start] == '\n'))
		start++;
	while (end > start && (text.at[end - 1] == ' ' || text.at[end - 1] == '\n'))
		end--;
	return (cp_span){start, end};
}

/* A line that ends without a full stop and goes on with a small letter was only broken. */
static bool is_broken_line(cp_str text, size_t at)
{
	if (at == 0 || at == text.len || text.at[at - 1] != '\n'
		|| (at > 1 && text.at[at - 2] == '\n'))
		return false;
	size_t next = at;
	return class_of(cp_utf8_next(text, &next)) == LOWER;
}

/* Is the break at byte `at` no end of the sentence that began at `start`? */
static bool is_false_break(cp_str text, size_t start, size_t at)
{
	cp_span span = trim(text, start, at);
	cp_str sentence = cp_str_part(text, span.start, span.end);
	if (is_broken_line(text, at) || is_list_number(sentence))
		return true;
	if (!sentence.len || sentence.at[sentence.len - 1] != '.'
		|| text.at[at - 1] == '\n')
		return false;
	cp_str word = word_before(text, span.start, span.end - 1);
	return is_abbreviation(word) || is_initial(word);
}

/* Past smileys that follow the full stop and end the line or stand before a capital. */
static size_t skip_smileys(cp_str text, size_t at)
{
	size_t i = at;
	while (i < text.len) {
		size_t next = i;
		uint32_t c = cp_utf8_next(text, &next);
		if (c != ' ' && !cp_is_mark(c) && (!cp_is_wide(c) || cp_is_letter(c)))
			break;
		if (c != ' ')
			at = next;
		i = next;
	}
	return at;
}

cp_sentences cp_sentences_find(cp_arena *arena, cp_str text)
{
	cp_sentences found = {0};
	size_t start = 0;
	for (size_t at = 0; at < text.len;) {
		at = find_break(text, at, true);
		if (at < text.len && is_false_break(text, start, at))
			continue;
		at = skip_smileys(text, at);
		cp_span span = trim(text, start, at);
		if (span.end > span.start)
			*cp_push(arena, &found.list) = span;
		start = at;
	}
	return found;
}
