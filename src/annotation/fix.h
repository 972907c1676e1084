/* Mending what is safe to mend. */
#ifndef CP_ANNOTATION_FIX_H
#define CP_ANNOTATION_FIX_H

#include "base/diag.h"

/* Checks the annotation `source`, a text of the list `diags`, mends in it what its findings say
 * can be mended without asking, and quotes that are found only folded; and so on, as long as
 * that leads to more. Appends the text to `out`; each change goes to `changes`; what is
 * left goes to `diags`. A thread is never changed, not even one inside the file. False where
 * it is no JSON. */
bool cp_annotation_fix(
	cp_source *source, cp_buf *out, cp_diags *changes, cp_diags *diags);

#endif
