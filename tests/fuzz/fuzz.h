/* What every fuzz target and replay.c share. */
#ifndef CP_FUZZ_FUZZ_H
#define CP_FUZZ_FUZZ_H

#include "base/diag.h"
#include "json/document.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An invariant; unlike assert() it is never compiled out. */
#define MUST(condition) \
	((condition) ? (void)0 \
		     : (fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, \
				#condition), \
			     abort()))

/* The bytes as a text of the list's own, under the name "input". */
static inline cp_source *fuzz_source(cp_diags *diags, const uint8_t *data, size_t size)
{
	cp_buf text = {0};
	cp_buf_put(&text, (cp_str){(const char *)data, size});
	return cp_diags_add_source(diags, "input", &text);
}

/* Shows the findings, as the program would, to nobody. */
static inline void fuzz_show(cp_diags *diags)
{
	cp_buf out = {0};
	cp_diags_write(diags, &out, (cp_diag_style){.colour = true, .limit = 100});
	cp_buf_clear(&out);
}

#endif
