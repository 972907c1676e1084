#include "summary/summary.h"

#include "summary/sections.h"

cp_prose *cp_summary_new(cp_arena *arena, const cp_graph *graph)
{
	cp_prose *prose = CP_NEW(arena, cp_prose);
	prose->arena = arena;
	cp_writer writer;
	cp_writer_init(&writer, arena, graph, prose);
	cp_put_basis(&writer);
	cp_put_people(&writer);
	cp_put_points(&writer, CP_STANCE_PRO);
	cp_put_points(&writer, CP_STANCE_CONTRA);
	cp_put_exchanges(&writer);
	cp_put_granted(&writer);
	cp_put_unanswered(&writer);
	cp_put_quotations(&writer);
	cp_put_method(&writer);
	return prose;
}
