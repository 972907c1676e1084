#include "text/digest.h"

#include "base/map.h"
#include "base/real.h"
#include "text/rank.h"
#include "text/sentence.h"
#include "text/stem.h"
#include "text/tokens.h"
#include "text/utf8.h"

#include <stdlib.h>

enum { FEWEST_WORDS = 5, MOST_WORDS = 40 };
static const double novelty = .7; /* the lambda of maximal marginal relevance */
static const double too_alike = .8;
static const double same_text = .5, same_voice = .25, leaning = .5;

/* Words that mean something said before: English, German, French. */
static const char leaning_words[] =
	"and but he her here his however it its or she so such that their then there therefore "
	"these they this those thus which yet "
	"aber also da dann das dem den der deren dessen die dies diese dieser dieses er es ihr "
	"sein sie so und "
	"alors ce cela cette ces ceci donc elle elles et il ils leur mais on son ça";

struct sentence {
	uint32_t text;
	cp_span span;
	size_t words;
	bool leans;
	cp_vector vector;
};

struct digester {
	cp_arena *arena;
	cp_digest_text const *texts;
	size_t texts_len;
	CP_ARRAY(struct sentence) sentences;
	cp_word_set common, leaning;
	cp_stemmer *stemmer;
	cp_map stems;                /* to terms */
	CP_ARRAY(uint32_t) texts_of; /* of each term: in how many texts it stands … */
	CP_ARRAY(uint32_t) last_of;  /* … and the last of them */
};

/* ---- Words ---- */

/* The term of a word; new stems become terms. */
static uint32_t find_term(struct digester *digester, cp_str word)
{
	cp_arena *arena = digester->arena;
	cp_str stem = cp_stem(digester->stemmer, cp_utf8_lower(arena, word));
	uint32_t known = cp_map_find(&digester->stems, stem);
	if (known != CP_NONE)
		return known;
	*cp_push(arena, &digester->texts_of) = 0;
	*cp_push(arena, &digester->last_of) = CP_NONE;
	return cp_map_add(arena, &digester->stems, cp_str_copy(arena, stem),
		(uint32_t)digester->texts_of.len - 1);
}

static void see_term(struct digester *digester, uint32_t term, uint32_t text)
{
	if (digester->last_of.at[term] != text)
		digester->texts_of.at[term]++;
	digester->last_of.at[term] = text;
}

static int compare_terms(const void *a, const void *b)
{
	const cp_term *left = a, *right = b;
	return (left->term > right->term) - (left->term < right->term);
}

/* Sorted, each term once, with how often it stood there as its weight. */
static void count_terms(cp_vector *vector)
{
	size_t len = 0;
	if (vector->len)
		qsort(vector->at, vector->len, sizeof *vector->at, compare_terms);
	for (size_t i = 0; i < vector->len; i++)
		if (len && vector->at[len - 1].term == vector->at[i].term)
			vector->at[len - 1].weight++;
		else
			vector->at[len++] = vector->at[i];
	vector->len = len;
}

static void read_words(struct digester *digester, struct sentence *sentence)
{
	cp_tokens tokens = {0};
	cp_str text = cp_str_part(digester->texts[sentence->text].text,
		sentence->span.start, sentence->span.end);
	cp_tokens_add(&tokens, text);
	sentence->words = tokens.len;
	sentence->leans = (text.len && text.at[text.len - 1] == '?')
		|| (tokens.len && cp_word_set_has(&digester->leaning, tokens.at[0].hash));
	sentence->vector.at = CP_NEW_ARRAY(digester->arena, cp_term, tokens.len);
	for (size_t i = 0; i < tokens.len; i++) {
		if (cp_word_set_has(&digester->common, tokens.at[i].hash))
			continue;
		uint32_t term = find_term(digester,
			cp_str_part(text, tokens.at[i].start, tokens.at[i].end));
		see_term(digester, term, sentence->text);
		sentence->vector.at[sentence->vector.len++] = (cp_term){term, 1};
	}
	count_terms(&sentence->vector);
	cp_tokens_clear(&tokens);
}

/* ---- Sentences ---- */

/* Does the sentence begin in a passage of somebody else's? `next` goes along with the
 * sentences. */
static bool is_of_others(const cp_digest_text *text, cp_span sentence, size_t *next)
{
	while (*next < text->quoted_len
		&& text->quoted[*next].whole.end <= sentence.start)
		++*next;
	return *next < text->quoted_len
		&& text->quoted[*next].whole.start <= sentence.start;
}

static void read_sentences(struct digester *digester, uint32_t index)
{
	const cp_digest_text *text = &digester->texts[index];
	cp_sentences found = cp_sentences_find(digester->arena, text->text);
	size_t next = 0;
	for (size_t i = 0; i < found.list.len; i++) {
		struct sentence sentence = {.text = index, .span = found.list.at[i]};
		if (is_of_others(text, sentence.span, &next))
			continue;
		read_words(digester, &sentence);
		*cp_push(digester->arena, &digester->sentences) = sentence;
	}
}

/* Rare words weigh more: ln(1 + texts / texts with the word), so that none weighs nothing. */
static void weigh_words(struct digester *digester)
{
	for (size_t i = 0; i < digester->sentences.len; i++) {
		cp_vector *vector = &digester->sentences.at[i].vector;
		for (size_t k = 0; k < vector->len; k++)
			vector->at[k].weight *= cp_ln(1
				+ (double)digester->texts_len
					/ digester->texts_of.at[vector->at[k].term]);
		cp_vector_normalise(vector);
	}
}

/* ---- The choice ---- */

static double compare_sentences(const void *context, size_t a, size_t b)
{
	const struct digester *digester = context;
	const struct sentence *left = &digester->sentences.at[a],
			      *right = &digester->sentences.at[b];
	uint32_t voice = digester->texts[left->text].voice;
	double alike = cp_vector_cosine(&left->vector, &right->vector);
	double near = left->text == right->text ? same_text
		: voice != CP_NONE && voice == digester->texts[right->text].voice
		? same_voice
		: 0;
	return alike > near ? alike : near;
}

/* Scores as shares of the greatest, less for sentences that do not stand alone. */
static double *find_relevance(const struct digester *digester, const double *scores)
{
	size_t count = digester->sentences.len;
	double *relevance = CP_NEW_ARRAY(digester->arena, double, count), most = 0;
	for (size_t i = 0; i < count; i++)
		most = scores[i] > most ? scores[i] : most;
	for (size_t i = 0; i < count; i++)
		relevance[i] = scores[i] / most
			* (digester->sentences.at[i].leans ? leaning : 1);
	return relevance;
}

/* Nobody speaks for all: of one text not more than two sentences, unless it leads, and of one
 * voice not more than a third of all. */
static void bar_others(const struct digester *digester, cp_mmr *mmr,
	const cp_digest_sentence *list, size_t len, size_t most)
{
	const cp_digest_sentence *last = &list[len - 1];
	uint32_t voice = digester->texts[last->text].voice;
	size_t of_text = 0, of_voice = 0, fair = most / 3 > 2 ? most / 3 : 2;
	for (size_t i = 0; i < len; i++) {
		of_text += list[i].text == last->text;
		of_voice += digester->texts[list[i].text].voice == voice;
	}
	for (size_t i = 0; i < mmr->count; i++) {
		uint32_t text = digester->sentences.at[i].text;
		mmr->out[i] |= (of_text >= 2 && text == last->text)
			|| (of_voice >= fair && voice != CP_NONE
				&& digester->texts[text].voice == voice);
	}
}

static bool is_fit(const struct digester *digester, size_t index, bool leads)
{
	const struct sentence *sentence = &digester->sentences.at[index];
	return digester->texts[sentence->text].leads == leads
		&& sentence->words >= FEWEST_WORDS && sentence->words <= MOST_WORDS;
}

static void choose(struct digester *digester, cp_digest *digest, cp_mmr *mmr,
	const double *scores, bool leads, size_t most)
{
	for (size_t i = 0; i < mmr->count; i++)
		mmr->out[i] = !is_fit(digester, i, leads);
	size_t before = digest->list.len;
	for (size_t taken = 0; taken < most; taken++) {
		size_t i = cp_mmr_next(mmr);
		if (i == SIZE_MAX)
			return;
		const struct sentence *sentence = &digester->sentences.at[i];
		*cp_push(digester->arena, &digest->list) =
			(cp_digest_sentence){sentence->text, sentence->span, scores[i]};
		if (!leads)
			bar_others(
				digester, mmr, digest->list.at + before, taken + 1, most);
	}
}

cp_digest cp_digest_make(cp_arena *arena, const cp_digest_text *texts, size_t count,
	cp_str language, size_t most_of_article, size_t most)
{
	struct digester digester = {.arena = arena, .texts = texts, .texts_len = count};
	digester.stemmer = cp_stemmer_new(language);
	cp_word_set_add_common(arena, &digester.common);
	cp_word_set_add(arena, &digester.leaning, cp_str_of(leaning_words));
	for (size_t i = 0; i < count; i++)
		read_sentences(&digester, (uint32_t)i);
	weigh_words(&digester);
	size_t len = digester.sentences.len;
	cp_vector *vectors = CP_NEW_ARRAY(arena, cp_vector, len);
	double *scores = CP_NEW_ARRAY(arena, double, len);
	for (size_t i = 0; i < len; i++)
		vectors[i] = digester.sentences.at[i].vector;
	cp_lexrank(arena, vectors, len, digester.texts_of.len, scores);
	cp_digest digest = {.sentences = len, .stemmed = digester.stemmer != NULL};
	cp_mmr mmr = {.count = len,
		.relevance = find_relevance(&digester, scores),
		.lambda = novelty,
		.similar = compare_sentences,
		.context = &digester,
		.limit = too_alike,
		.nearest = CP_NEW_ARRAY(arena, double, len),
		.out = CP_NEW_ARRAY(arena, bool, len)};
	choose(&digester, &digest, &mmr, scores, true, most_of_article);
	choose(&digester, &digest, &mmr, scores, false, most);
	cp_stemmer_free(digester.stemmer);
	return digest;
}
