/* Suppression in the file: `"x-allow": "no-evidence"`, or a list of codes, in any object. */
#ifndef CP_JSON_ALLOW_H
#define CP_JSON_ALLOW_H

#include "json/document.h"

/* Marks as allowed the warnings and hints in `document` whose code stands in the x-allow of
 * an object that they are in. To be called when all else has been found. Adds findings of
 * codes that are unknown or are of errors, and, unless there are errors (which keep other
 * checks from being made), of codes that nothing needed. */
void cp_allow_apply(const cp_document *document, cp_diags *diags);

#endif
