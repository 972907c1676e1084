/* What the options of a drawing mean, for those who draw. */
#ifndef CP_API_RENDER_H
#define CP_API_RENDER_H

#include "api/api.h"

#include "diagram/theme.h"
#include "diagram/view.h"
#include "graph/choose.h"

/* How it looks; `wording` is CP_WORDINGS, `layout` CP_LAYOUTS, `direction` CP_DIRECTIONS, `view`
 * and `theme` are NULL where there is no such thing. */
typedef struct cp_picture_look {
	cp_look look;
	cp_layout layout;
	const cp_view *view;
	const cp_theme *theme;
} cp_picture_look;

cp_picture_look cp_api_look(const counterpoint_render_options *options);
bool cp_api_look_is_known(const cp_picture_look *look);

/* What is to be shown; borrows from the options, and lives in the arena. */
cp_choice cp_api_choice(cp_arena *arena, const counterpoint_render_options *options);

#endif
