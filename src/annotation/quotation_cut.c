/* Whether quoted words are cut off from a word that turns what they say: a negation before
 * them, a condition just before them, or one just after that takes them back. A reader of the
 * quotation cannot know of it. The words are looked for in the same sentence only. */
#include "annotation/search.h"
#include "text/utf8.h"

enum {
	AROUND = 96, /* bytes of the original, beside the words, that are looked at */
	MOST_WORDS = 5,
	MOST_PLACES = 16, /* of the words, in the original */
};

/* Words that turn what follows into its contrary, that make it hang on a condition, and that
 * take it back in what comes after; folded, in the languages that are known. */
static const struct cues {
	const char *language;
	const char *negations[24], *conditions[12], *reversals[12];
	const char *only[4]; /* "not only" is no "not" */
} languages[] = {
	{
		"en",
		{"not", "no", "never", "hardly", "scarcely", "barely", "nobody",
			"nothing", "none", "neither", "nor", "without", "cannot"},
		{"if", "unless", "except", "only", "provided", "providing", "whether",
			"suppose", "supposing"},
		{"but", "unless", "except", "if", "only", "provided"},
		{"only", "just", "merely"},
	},
	{
		"de",
		{"nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie",
			"niemals", "niemand", "nichts", "weder", "noch", "ohne", "kaum"},
		{"wenn", "falls", "sofern", "nur", "ausser", "ob", "angenommen"},
		{"aber", "wenn", "falls", "sofern", "ausser", "nur", "sondern"},
		{"nur", "bloss"},
	},
};

static const struct cues *cues_of(const cp_search *search)
{
	cp_str language = search->annotation->thread->language;
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (cp_str_starts(language, cp_str_of(languages[i].language)))
			return &languages[i];
	return language.len ? NULL : &languages[0];
}

static bool is_one_of(cp_str word, const char *const *list)
{
	while (*list && !cp_str_is(word, *list))
		list++;
	return *list != NULL;
}

static bool is_of_word(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')
		|| byte == '\'' || (unsigned char)byte >= 0x80;
}

static bool ends_sentence(char byte)
{
	return strchr(".!?;:", byte) != NULL;
}

/* The words of the same sentence before (or after) a place, the nearest first. */
struct beside {
	cp_str words[MOST_WORDS];
	size_t len;
};

static struct beside words_before(cp_str text)
{
	struct beside beside = {.len = 0};
	size_t end = text.len;
	while (beside.len < MOST_WORDS) {
		while (end > 0 && !is_of_word(text.at[end - 1]))
			if (ends_sentence(text.at[--end]))
				return beside;
		size_t start = end;
		while (start > 0 && is_of_word(text.at[start - 1]))
			start--;
		if (start == end)
			return beside;
		cp_str word = cp_str_part(text, start, end);
		/* "No, …" is an answer. */
		if (!(cp_str_is(word, "no") && end < text.len && text.at[end] == ','))
			beside.words[beside.len++] = word;
		end = start;
	}
	return beside;
}

static cp_str word_after(cp_str text)
{
	size_t start = 0;
	while (start < text.len && !is_of_word(text.at[start]))
		if (ends_sentence(text.at[start++]))
			return (cp_str){text.at, 0};
	size_t end = start;
	while (end < text.len && is_of_word(text.at[end]))
		end++;
	return cp_str_part(text, start, end);
}

static bool is_negation(const struct cues *cues, const struct beside *beside, size_t i)
{
	cp_str word = beside->words[i];
	bool contracted = word.len > 3
		&& cp_str_is(cp_str_part(word, word.len - 3, word.len), "n't");
	return (contracted || is_one_of(word, cues->negations))
		&& !(i > 0 && is_one_of(beside->words[i - 1], cues->only));
}

/* The word just before a place that its meaning hangs on: within five words a negation, within
 * two a condition. */
static cp_str cue_before(const struct cues *cues, cp_str text)
{
	struct beside beside = words_before(text);
	for (size_t i = 0; i < beside.len; i++) {
		bool not_only = i + 1 < beside.len
			&& is_negation(
				cues, &(struct beside){{beside.words[i + 1]}, 1}, 0);
		if (is_negation(cues, &beside, i)
			|| (i < 2 && !not_only
				&& is_one_of(beside.words[i], cues->conditions)))
			return beside.words[i];
	}
	return (cp_str){text.at, 0};
}

static cp_str cue_after(const struct cues *cues, cp_str text)
{
	cp_str word = word_after(text);
	return is_one_of(word, cues->reversals) ? word : (cp_str){text.at, 0};
}

static cp_str fold_beside(cp_search *search, cp_str text, cp_span span, bool before)
{
	cp_str beside = before
		? cp_utf8_tail(cp_str_part(text, 0, span.start), AROUND)
		: cp_utf8_head(cp_str_part(text, span.end, text.len), AROUND);
	return cp_fold(&search->scratch, beside).text;
}

static cp_str cue_beside(cp_search *search, const struct cues *cues, cp_str text,
	cp_span span, bool before)
{
	/* A quotation that ends its sentence is not taken back after it. */
	if (!before && span.end > span.start && ends_sentence(text.at[span.end - 1]))
		return (cp_str){text.at, 0};
	cp_str beside = fold_beside(search, text, span, before);
	return before ? cue_before(cues, beside) : cue_after(cues, beside);
}

static void report_cut(cp_search *search, cp_item *item, cp_str cue, bool before)
{
	cp_str text = cp_quotation_original(search, item)->text;
	size_t cut = before ? item->quoted_span.start : item->quoted_span.end;
	cp_diag *diag = cp_diag_add(search->diags, CP_QUOTATION_CUT,
		cp_item_place(search->diags, search->annotation, item, "quote"),
		"these words are cut off from the “%.*s” that stands %s them in %.*s",
		CP_FMT(cue), before ? "before" : "after",
		CP_FMT(cp_quotation_name(search, item)));
	cp_diag_hint(search->diags, diag, "the original has “%.*s%.*s”",
		CP_FMT(cp_search_excerpt(search, cp_str_part(text, 0, cut), true)),
		CP_FMT(cp_search_excerpt(
			search, cp_str_part(text, cut, text.len), false)));
	item->fidelity = CP_FIDELITY_CUT;
}

/* The cue beside a place of the original, if the quoter does not have one there as well. */
static cp_str cue_lost(cp_search *search, const struct cues *cues, const cp_item *item,
	cp_span span, bool *before)
{
	cp_str text = cp_quotation_original(search, item)->text, cue = {text.at, 0};
	for (int side = 0; side < 2 && !cue.len; side++) {
		*before = side == 0;
		cue = cue_beside(search, cues, text, span, *before);
		if (cue.len && cp_item_is_anchored(item)
			&& cue_beside(search, cues, cp_search_in(search, item)->text,
				item->anchor.span, *before)
				   .len)
			cue.len = 0;
	}
	return cue;
}

/* Where the words stand several times in the original, the quoter may mean any of the places. */
static bool has_place_uncut(cp_search *search, const struct cues *cues, cp_item *item)
{
	cp_words words = {.text = cp_item_words(item)};
	cp_searched *in = cp_quotation_original(search, item);
	cp_finder finder = item->fidelity == CP_FIDELITY_EXACT
		? cp_search_exact(in, &words)
		: cp_search_folded(search, in, &words);
	bool before;
	cp_span span;
	for (size_t n = 0; n < MOST_PLACES && cp_finder_next(&finder, &span); n++)
		if (!cue_lost(search, cues, item, span, &before).len) {
			item->quoted_span = span;
			return true;
		}
	return false;
}

void cp_quotation_check_cut(cp_search *search, cp_item *item)
{
	const struct cues *cues = cues_of(search);
	if (!cues || item->fidelity == CP_FIDELITY_ALTERED)
		return;
	bool before;
	cp_str cue = cue_lost(search, cues, item, item->quoted_span, &before);
	if (cue.len && !has_place_uncut(search, cues, item))
		report_cut(search, item, cue, before);
}
