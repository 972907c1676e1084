#include "annotation/annotation.h"

#include <jansson.h>
#include <math.h>

const char *const cp_kind_names[CP_KINDS] = {"claim", "rebuttal", "quotation"};

const char *const cp_attitude_names[CP_ATTITUDES] = {"asserted", "conceded", "denied",
	"hypothetical", "reported", "question", "ironic", "endorsed", "opposed",
	"unclear"};

const char *const cp_relation_names[CP_RELATION_KINDS] = {
	"supports", "rebuts", "undercuts", "restates", "concedes"};

struct reader {
	cp_arena *arena;
	cp_annotation *annotation;
	cp_diags *diags;
};

static cp_str text_of(const json_t *value)
{
	return (cp_str){json_string_value(value), json_string_length(value)};
}

static cp_str member(const json_t *json, const char *key)
{
	return text_of(json_object_get(json, key));
}

static size_t offset_of(const json_t *value)
{
	/* 4.0 is a whole number too. */
	double number = json_number_value(value);
	return json_is_number(value) && number >= 0 && number < UINT32_MAX
		? (size_t)number
		: SIZE_MAX;
}

static double number_of(const json_t *value)
{
	return json_is_number(value) ? json_number_value(value) : NAN;
}

static unsigned index_of(cp_str name, const char *const names[], unsigned count)
{
	unsigned i = 0;
	while (i < count && !cp_str_is(name, names[i]))
		i++;
	return i;
}

static cp_str *read_ids(struct reader *reader, const json_t *array, size_t *len)
{
	cp_str *ids = CP_NEW_ARRAY(reader->arena, cp_str, json_array_size(array));
	*len = 0;
	for (size_t i = 0; i < json_array_size(array); i++)
		if (json_is_string(json_array_get(array, i)))
			ids[(*len)++] = text_of(json_array_get(array, i));
	return ids;
}

/* ---- Items ---- */

static void read_target(struct reader *reader, cp_relation_kind kind, const json_t *json,
	uint32_t item, uint32_t nth)
{
	cp_target target = {
		.kind = kind,
		.item = item,
		.nth = nth,
		.strength = NAN,
		.object = json_is_object(json),
		.to = json_is_object(json) ? member(json, "to") : text_of(json),
	};
	if (!target.to.len)
		return;
	if (target.object) {
		target.from = member(json, "from");
		target.with =
			read_ids(reader, json_object_get(json, "with"), &target.with_len);
		target.scheme = member(json, "scheme");
		target.note = member(json, "note");
		target.strength = number_of(json_object_get(json, "strength"));
	}
	*cp_push(reader->arena, &reader->annotation->targets) = target;
}

static void read_targets(
	struct reader *reader, cp_relation_kind kind, const json_t *json, uint32_t item)
{
	if (!json_is_array(json)) {
		read_target(reader, kind, json, item, CP_NONE);
		return;
	}
	for (size_t i = 0; i < json_array_size(json); i++)
		read_target(reader, kind, json_array_get(json, i), item, (uint32_t)i);
}

static void read_of(cp_item *item, const json_t *json)
{
	item->of_comment = member(json, "comment");
	item->of_source = member(json, "source");
	item->of_quote = member(json, "quote");
}

static void read_stance(struct reader *reader, cp_item *item, cp_str name)
{
	item->stance = cp_str_is(name, "pro") ? CP_STANCE_PRO
		: cp_str_is(name, "contra")   ? CP_STANCE_CONTRA
					      : CP_STANCE_NONE;
	reader->annotation->has_stances |= item->stance != CP_STANCE_NONE;
}

/* Found by draft, and still to be confirmed? */
static bool is_automatic(const json_t *origin)
{
	return cp_str_is(text_of(origin), "auto");
}

/* The properties that are texts and nothing else: name and place in the item. */
#define TEXT(name, member) \
	{ \
		{name, sizeof name - 1}, offsetof(cp_item, member) \
	}
static const struct {
	cp_str name;
	size_t offset;
} texts[] = {
	TEXT("id", id),
	TEXT("comment", comment_id),
	TEXT("quote", quote),
	TEXT("gist", gist),
	TEXT("note", note),
	TEXT("prefix", prefix),
	TEXT("suffix", suffix),
	TEXT("scheme", scheme),
	TEXT("speaker", speaker_id),
	TEXT("rule", rule),
};
#undef TEXT

static bool read_text(cp_item *item, cp_str key, const json_t *value)
{
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (cp_str_eq(key, texts[i].name)) {
			cp_str text = text_of(value);
			memcpy((char *)item + texts[i].offset, &text, sizeof text);
			return true;
		}
	return false;
}

/* Each property is met once, in the order of the file: cheaper than to ask for each. */
static void read_property(struct reader *reader, cp_item *item, uint32_t index,
	cp_str key, const json_t *value)
{
	unsigned relation;
	if (read_text(item, key, value))
		return;
	if ((relation = index_of(key, cp_relation_names, CP_RELATION_KINDS))
		< CP_RELATION_KINDS)
		read_targets(reader, (cp_relation_kind)relation, value, index);
	else if (cp_str_is(key, "kind"))
		item->kind = (cp_kind)index_of(text_of(value), cp_kind_names, CP_KINDS);
	else if (cp_str_is(key, "attitude"))
		item->attitude = (cp_attitude)index_of(
			text_of(value), cp_attitude_names, CP_ATTITUDES);
	else if (cp_str_is(key, "stance"))
		read_stance(reader, item, text_of(value));
	else if (cp_str_is(key, "of"))
		read_of(item, value);
	else if (cp_str_is(key, "tags"))
		item->tags = read_ids(reader, value, &item->tags_len);
	else if (cp_str_is(key, "implicit"))
		item->implicit = json_is_true(value);
	else if (cp_str_is(key, "origin"))
		item->automatic = is_automatic(value);
	else if (cp_str_is(key, "confidence"))
		item->confidence = number_of(value);
	else if (cp_str_is(key, "start"))
		item->start = offset_of(value);
	else if (cp_str_is(key, "end"))
		item->end = offset_of(value);
}

/* The place of an id in one of the arrays, or (CP_NONE) of the motion's. */
static cp_place id_place(struct reader *reader, const char *array, uint32_t json_index)
{
	if (json_index == CP_NONE)
		return cp_place_json(
			reader->diags, reader->annotation->source, "/motion/id");
	return cp_place_json(reader->diags, reader->annotation->source, "/%s/%u/id",
		array, (unsigned)json_index);
}

static void report_duplicate(struct reader *reader, cp_str id, const char *array,
	uint32_t json_index, uint32_t first)
{
	cp_diag *diag = cp_diag_add(reader->diags, CP_DUPLICATE_ID,
		id_place(reader, array, json_index), "the id \"%.*s\" is taken already",
		CP_FMT(id));
	cp_diag_also(
		reader->diags, diag, id_place(reader, array, first), "it is taken here");
}

static void read_item(struct reader *reader, const json_t *json, uint32_t json_index)
{
	cp_annotation *annotation = reader->annotation;
	uint32_t index = (uint32_t)annotation->items.len;
	size_t targets = annotation->targets.len;
	cp_item item = {
		.kind = CP_KINDS,
		.attitude = CP_ATTITUDES,
		.start = SIZE_MAX,
		.end = SIZE_MAX,
		.confidence = NAN,
		.json_index = json_index,
		.comment = CP_NONE,
		.quoted_comment = CP_NONE,
		.quoted_work = CP_NONE,
		.speaker = CP_NONE,
	};
	for (void *i = json_object_iter((json_t *)json); i;
		i = json_object_iter_next((json_t *)json, i))
		read_property(reader, &item, index,
			(cp_str){json_object_iter_key(i), json_object_iter_key_len(i)},
			json_object_iter_value(i));
	uint32_t node = item.id.len
		? cp_map_add(reader->arena, &annotation->nodes_by_id, item.id, index + 1)
		: CP_NONE;
	if (node != index + 1) {
		if (node != CP_NONE)
			report_duplicate(reader, item.id, "annotations", json_index,
				node == CP_MOTION_NODE
					? CP_NONE
					: cp_annotation_item(annotation, node)
						  ->json_index);
		annotation->targets.len = targets;
		return;
	}
	if (item.kind == CP_KINDS)
		item.kind = CP_CLAIM;
	if (item.attitude == CP_ATTITUDES)
		item.attitude = item.kind == CP_QUOTATION ? CP_UNCLEAR : CP_ASSERTED;
	*cp_push(reader->arena, &annotation->items) = item;
}

/* ---- Speakers and works ---- */

static void read_speaker(struct reader *reader, const json_t *json, uint32_t json_index)
{
	cp_speaker speaker = {
		.id = member(json, "id"),
		.name = member(json, "name"),
		.because = member(json, "because"),
		.note = member(json, "note"),
		.json_index = json_index,
		.automatic = is_automatic(json_object_get(json, "origin")),
	};
	speaker.comment_ids = read_ids(
		reader, json_object_get(json, "comments"), &speaker.comments_len);
	if (!speaker.id.len || !speaker.name.len)
		return;
	uint32_t index = (uint32_t)reader->annotation->speakers.len;
	uint32_t first = cp_map_add(
		reader->arena, &reader->annotation->speakers_by_id, speaker.id, index);
	if (first == index)
		*cp_push(reader->arena, &reader->annotation->speakers) = speaker;
	else
		report_duplicate(reader, speaker.id, "speakers", json_index,
			reader->annotation->speakers.at[first].json_index);
}

static void read_work(struct reader *reader, const json_t *json, uint32_t json_index)
{
	cp_work work = {
		.id = member(json, "id"),
		.author = member(json, "author"),
		.title = member(json, "title"),
		.locator = member(json, "locator"),
		.url = member(json, "url"),
		.text = member(json, "text"),
		.note = member(json, "note"),
		.json_index = json_index,
		.year = (int)json_integer_value(json_object_get(json, "year")),
		.automatic = is_automatic(json_object_get(json, "origin")),
	};
	uint32_t index = (uint32_t)reader->annotation->works.len;
	if (!work.id.len)
		return;
	uint32_t first = cp_map_add(
		reader->arena, &reader->annotation->works_by_id, work.id, index);
	if (first == index)
		*cp_push(reader->arena, &reader->annotation->works) = work;
	else
		report_duplicate(reader, work.id, "sources", json_index,
			reader->annotation->works.at[first].json_index);
}

static void read_address(struct reader *reader, const json_t *json, uint32_t json_index)
{
	*cp_push(reader->arena, &reader->annotation->addresses) = (cp_addressed){
		.comment_id = member(json, "comment"),
		.name = member(json, "name"),
		.answers_id = member(json, "answers"),
		.automatic = is_automatic(json_object_get(json, "origin")),
		.json_index = json_index,
		.comment = CP_NONE,
		.answers = CP_NONE,
	};
}

static void read_each(struct reader *reader, const json_t *array,
	void (*read)(struct reader *reader, const json_t *json, uint32_t json_index))
{
	for (size_t i = 0; i < json_array_size(array); i++)
		if (json_is_object(json_array_get(array, i)))
			read(reader, json_array_get(array, i), (uint32_t)i);
}

cp_annotation *cp_annotation_read(cp_arena *arena, const json_t *json, cp_source *source,
	cp_thread *thread, cp_diags *diags)
{
	cp_annotation *annotation = CP_NEW(arena, cp_annotation);
	struct reader reader = {arena, annotation, diags};
	const json_t *motion = json_object_get(json, "motion");
	annotation->source = source;
	annotation->thread = thread;
	annotation->title = member(json, "title");
	annotation->annotator = member(json, "annotator");
	annotation->note = member(json, "note");
	annotation->motion_id = member(motion, "id");
	annotation->motion = member(motion, "text");
	if (annotation->motion_id.len)
		cp_map_add(arena, &annotation->nodes_by_id, annotation->motion_id,
			CP_MOTION_NODE);
	read_each(&reader, json_object_get(json, "speakers"), read_speaker);
	read_each(&reader, json_object_get(json, "sources"), read_work);
	read_each(&reader, json_object_get(json, "addresses"), read_address);
	const json_t *items = json_object_get(json, "annotations");
	cp_reserve(arena, &annotation->items, json_array_size(items));
	cp_reserve(arena, &annotation->targets, json_array_size(items));
	read_each(&reader, items, read_item);
	return annotation;
}

/* ---- Places ---- */

cp_place cp_item_place(cp_diags *diags, const cp_annotation *annotation,
	const cp_item *item, const char *property)
{
	return cp_place_json(diags, annotation->source, "/annotations/%u%s%s",
		(unsigned)item->json_index, property ? "/" : "",
		property ? property : "");
}

cp_place cp_target_place(cp_diags *diags, const cp_annotation *annotation,
	const cp_target *target, const char *part)
{
	const cp_item *item = &annotation->items.at[target->item];
	bool inside = part && target->object;
	char nth[16] = "";
	if (target->nth != CP_NONE)
		snprintf(nth, sizeof nth, "/%u", (unsigned)target->nth);
	return cp_place_json(diags, annotation->source, "/annotations/%u/%s%s%s%s",
		(unsigned)item->json_index, cp_relation_names[target->kind], nth,
		inside ? "/" : "", inside ? part : "");
}

bool cp_item_is_asserted(const cp_item *item)
{
	switch (item->attitude) {
	case CP_ASSERTED:
	case CP_ENDORSED:
	case CP_QUESTION:
		return true;
	case CP_IRONIC:
		return item->kind != CP_QUOTATION;
	default:
		return false;
	}
}

cp_str cp_item_text(const cp_annotation *annotation, const cp_item *item)
{
	return cp_item_is_anchored(item)
		? cp_str_part(annotation->thread->comments.at[item->comment].text,
			item->anchor.span.start, item->anchor.span.end)
		: item->quote;
}

cp_str cp_item_words(const cp_item *item)
{
	static const char *const marks[][2] = {
		{"‘", "’"}, {"“", "”"}, {"\"", "\""}, {"'", "'"}};
	cp_str words = item->quote;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		cp_str open = cp_str_of(marks[i][0]), close = cp_str_of(marks[i][1]);
		if (words.len > open.len + close.len && cp_str_starts(words, open)
			&& cp_str_ends(words, close))
			return cp_str_part(words, open.len, words.len - close.len);
	}
	return words;
}

cp_str cp_item_original(const cp_annotation *annotation, const cp_item *item)
{
	cp_str text = item->quoted_comment != CP_NONE
		? annotation->thread->comments.at[item->quoted_comment].text
		: item->quoted_work != CP_NONE
		? annotation->works.at[item->quoted_work].text
		: (cp_str){NULL, 0};
	return cp_str_part(text, item->quoted_span.start, item->quoted_span.end);
}

cp_str cp_node_id(const cp_annotation *annotation, uint32_t node)
{
	return node == CP_MOTION_NODE ? annotation->motion_id
				      : cp_annotation_item(annotation, node)->id;
}
