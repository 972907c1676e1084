/* Maps in pages. */
#include "api/render.h"

#include "diagram/split.h"

struct counterpoint_pages {
	cp_arena arena;
	const cp_page_files *files;
};

enum { USUAL_BOXES = 40 };

counterpoint_pages *counterpoint_debate_split(const counterpoint_debate *debate,
	const counterpoint_render_options *options, size_t boxes,
	counterpoint_findings *findings)
{
	static const counterpoint_render_options none;
	options = options ? options : &none;
	cp_picture_look look = cp_api_look(options);
	if (!cp_api_look_is_known(&look) || look.view != &cp_views[0])
		return NULL;
	cp_arena arena = {0};
	cp_choice choice = cp_api_choice(&arena, options);
	const cp_graph *graph =
		cp_graph_choose(&arena, debate->loaded.annotation, &choice, findings);
	cp_page_look how = {
		look.look, look.theme, look.layout, boxes ? boxes : USUAL_BOXES};
	const cp_page_files *files =
		graph ? cp_page_files_new(&arena, graph, &how, findings) : NULL;
	if (!files) {
		cp_arena_clear(&arena);
		return NULL;
	}
	counterpoint_pages *pages = cp_xmalloc(sizeof *pages);
	*pages = (counterpoint_pages){arena, files};
	return pages;
}

void counterpoint_pages_free(counterpoint_pages *pages)
{
	if (pages)
		cp_arena_clear(&pages->arena);
	free(pages);
}

size_t counterpoint_pages_count(const counterpoint_pages *pages)
{
	return pages->files->list.len;
}

const char *counterpoint_pages_file(const counterpoint_pages *pages, size_t index)
{
	return index < pages->files->list.len ? pages->files->list.at[index].name.at
					      : NULL;
}

const char *counterpoint_pages_text(
	const counterpoint_pages *pages, size_t index, size_t *len)
{
	if (index >= pages->files->list.len)
		return NULL;
	if (len)
		*len = pages->files->list.at[index].text.len;
	return pages->files->list.at[index].text.at;
}
