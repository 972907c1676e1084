/* Syntax errors in JSON, in words that help whoever wrote it. */
#ifndef CP_JSON_SYNTAX_H
#define CP_JSON_SYNTAX_H

#include "base/diag.h"

/* The token of `source` that the byte `position` is in or at the end of. */
cp_place cp_json_token_at(cp_source *source, size_t position);

/* The earlier property that has the name of the one at `name` in the same object. False
 * where there is none. */
bool cp_json_find_twin(cp_source *source, const cp_place *name, cp_place *twin);

/* Reports why `source`, which has no 0 bytes and is not blank, is not JSON: `jansson` is
 * the parser's message, `position` the byte up to which it read. */
void cp_json_report_syntax(
	cp_source *source, size_t position, const char *jansson, cp_diags *diags);

#endif
