#include "annotation/layout.h"

#include "json/values.h"

/* ---- The thread ---- */

static const cp_shape mark = {
	CP_ENTRY,
	(const cp_shape_member[]){
		{"kind", CP_HEAD, NULL},
		{"start", CP_HEAD, NULL},
		{"end", CP_HEAD, NULL},
		{"target", CP_HEAD, NULL},
		{0},
	},
	NULL,
};

static const cp_shape marks = {CP_LINES, NULL, &mark};

static const cp_shape comment = {
	CP_ENTRY,
	(const cp_shape_member[]){
		{"id", CP_HEAD, NULL},
		{"author", CP_HEAD, NULL},
		{"time", CP_HEAD, NULL},
		{"edited", CP_HEAD, NULL},
		{"score", CP_HEAD, NULL},
		{"reply_to", CP_HEAD, NULL},
		{"source_id", CP_HEAD, NULL},
		{"missing", CP_HEAD, NULL},
		{"count", CP_HEAD, NULL},
		{"url", CP_ALONE, NULL},
		{"byline", CP_ALONE, NULL},
		{"digest", CP_ALONE, NULL},
		{"text", CP_ALONE, NULL},
		{"marks", CP_ALONE, &marks},
		{"x-allow", CP_ALONE, NULL},
		{0},
	},
	NULL,
};

static const cp_shape comments = {CP_LINES, NULL, &comment};

const cp_shape cp_thread_shape = {
	CP_LINES,
	(const cp_shape_member[]){
		{"$schema", CP_ALONE, NULL},
		{"counterpoint", CP_ALONE, NULL},
		{"title", CP_ALONE, NULL},
		{"url", CP_ALONE, NULL},
		{"retrieved", CP_ALONE, NULL},
		{"language", CP_ALONE, NULL},
		{"comments", CP_ALONE, &comments},
		{"x-allow", CP_ALONE, NULL},
		{0},
	},
	NULL,
};

/* ---- The annotation ---- */

static const cp_shape motion = {
	CP_FITTING,
	(const cp_shape_member[]){
		{"id", CP_ALONE, NULL},
		{"text", CP_ALONE, NULL},
		{"note", CP_ALONE, NULL},
		{"x-allow", CP_ALONE, NULL},
		{0},
	},
	NULL,
};

static const cp_shape speaker = {
	CP_ENTRY,
	(const cp_shape_member[]){
		{"id", CP_HEAD, NULL},
		{"name", CP_HEAD, NULL},
		{"comments", CP_JOINS, NULL},
		{"because", CP_ALONE, NULL},
		{"origin", CP_JOINS, NULL},
		{"rule", CP_JOINS, NULL},
		{"note", CP_ALONE, NULL},
		{"x-allow", CP_ALONE, NULL},
		{0},
	},
	NULL,
};

static const cp_shape work = {
	CP_ENTRY,
	(const cp_shape_member[]){
		{"id", CP_HEAD, NULL},
		{"author", CP_HEAD, NULL},
		{"title", CP_HEAD, NULL},
		{"year", CP_HEAD, NULL},
		{"locator", CP_HEAD, NULL},
		{"url", CP_ALONE, NULL},
		{"text", CP_ALONE, NULL},
		{"origin", CP_JOINS, NULL},
		{"rule", CP_JOINS, NULL},
		{"note", CP_ALONE, NULL},
		{"x-allow", CP_ALONE, NULL},
		{0},
	},
	NULL,
};

static const cp_shape address = {
	CP_ENTRY,
	(const cp_shape_member[]){
		{"comment", CP_HEAD, NULL},
		{"name", CP_HEAD, NULL},
		{"answers", CP_HEAD, NULL},
		{"origin", CP_HEAD, NULL},
		{"rule", CP_HEAD, NULL},
		{"confidence", CP_HEAD, NULL},
		{"note", CP_ALONE, NULL},
		{"x-allow", CP_ALONE, NULL},
		{0},
	},
	NULL,
};

/* One target, or an array of them. */
static const cp_shape target = {
	CP_FITTING,
	(const cp_shape_member[]){
		{"from", CP_ALONE, NULL},
		{"to", CP_ALONE, NULL},
		{"with", CP_ALONE, NULL},
		{"scheme", CP_ALONE, NULL},
		{"strength", CP_ALONE, NULL},
		{"note", CP_ALONE, NULL},
		{"x-allow", CP_ALONE, NULL},
		{0},
	},
	&target,
};

static const cp_shape of = {
	CP_FITTING,
	(const cp_shape_member[]){
		{"comment", CP_ALONE, NULL},
		{"source", CP_ALONE, NULL},
		{"quote", CP_ALONE, NULL},
		{"note", CP_ALONE, NULL},
		{"x-allow", CP_ALONE, NULL},
		{0},
	},
	NULL,
};

static const cp_shape item = {
	CP_ENTRY,
	(const cp_shape_member[]){
		{"id", CP_HEAD, NULL},
		{"kind", CP_HEAD, NULL},
		{"comment", CP_HEAD, NULL},
		{"speaker", CP_HEAD, NULL},
		{"implicit", CP_HEAD, NULL},
		{"attitude", CP_HEAD, NULL},
		{"scheme", CP_HEAD, NULL},
		{"quote", CP_ALONE, NULL},
		{"start", CP_JOINS, NULL},
		{"end", CP_JOINS, NULL},
		{"prefix", CP_JOINS, NULL},
		{"suffix", CP_JOINS, NULL},
		{"of", CP_ALONE, &of},
		{"gist", CP_ALONE, NULL},
		{"supports", CP_JOINS, &target},
		{"rebuts", CP_JOINS, &target},
		{"undercuts", CP_JOINS, &target},
		{"restates", CP_JOINS, &target},
		{"concedes", CP_JOINS, &target},
		{"stance", CP_JOINS, NULL},
		{"tags", CP_JOINS, NULL},
		{"confidence", CP_JOINS, NULL},
		{"origin", CP_JOINS, NULL},
		{"rule", CP_JOINS, NULL},
		{"note", CP_ALONE, NULL},
		{"x-allow", CP_ALONE, NULL},
		{0},
	},
	NULL,
};

static const cp_shape speakers = {CP_LINES, NULL, &speaker};
static const cp_shape works = {CP_LINES, NULL, &work};
static const cp_shape addresses = {CP_LINES, NULL, &address};
static const cp_shape items = {CP_LINES, NULL, &item};

const cp_shape cp_annotation_shape = {
	CP_LINES,
	(const cp_shape_member[]){
		{"$schema", CP_ALONE, NULL},
		{"counterpoint", CP_ALONE, NULL},
		{"thread", CP_ALONE, &cp_thread_shape},
		{"title", CP_ALONE, NULL},
		{"annotator", CP_ALONE, NULL},
		{"note", CP_ALONE, NULL},
		{"x-allow", CP_ALONE, NULL},
		{"motion", CP_ALONE, &motion},
		{"speakers", CP_ALONE, &speakers},
		{"sources", CP_ALONE, &works},
		{"addresses", CP_ALONE, &addresses},
		{"annotations", CP_ALONE, &items},
		{0},
	},
	NULL,
};

const cp_shape *cp_shape_of(cp_source *source)
{
	if (cp_json_find(source, CP_LIT("/annotations")) != CP_NONE
		|| cp_json_find(source, CP_LIT("/motion")) != CP_NONE)
		return &cp_annotation_shape;
	return cp_json_find(source, CP_LIT("/comments")) != CP_NONE ? &cp_thread_shape
								    : NULL;
}
