#include "summary/summary.h"

#include "summary/sections.h"

static void put_points_for(cp_writer *writer)
{
	cp_put_points(writer, CP_STANCE_PRO);
}

static void put_points_against(cp_writer *writer)
{
	cp_put_points(writer, CP_STANCE_CONTRA);
}

struct section {
	cp_section section;
	void (*put)(cp_writer *writer);
};

static const struct section of_nothing[] = {
	{CP_SECTION_BASIS, cp_put_basis},
	{CP_SECTION_DIGEST, cp_put_digest},
	{0, NULL},
};

static const struct section sections[] = {
	{CP_SECTION_BASIS, cp_put_basis},
	{CP_SECTION_PEOPLE, cp_put_people},
	{CP_SECTION_PRO, put_points_for},
	{CP_SECTION_CONTRA, put_points_against},
	{CP_SECTION_CLASHES, cp_put_exchanges},
	{CP_SECTION_GRANTED, cp_put_granted},
	{CP_SECTION_UNANSWERED, cp_put_unanswered},
	{CP_SECTION_QUOTATIONS, cp_put_quotations},
	{CP_SECTION_METHOD, cp_put_method},
	{0, NULL},
};

static const size_t details[CP_LENGTHS] = {
	[CP_SHORT] = 0, [CP_MEDIUM] = 1, [CP_LONG] = CP_MOST_DETAIL};

cp_prose *cp_summary_new(cp_arena *arena, const cp_graph *graph, cp_length length)
{
	cp_prose *prose = CP_NEW(arena, cp_prose);
	prose->arena = arena;
	cp_writer writer;
	cp_writer_init(&writer, arena, graph, prose);
	writer.length = length;
	writer.detail = details[length];
	for (const struct section *section = graph->annotation->items.len ? sections
									  : of_nothing;
		section->put; section++) {
		prose->section = section->section;
		section->put(&writer);
	}
	cp_prose_shorten(prose, length);
	return prose;
}
