/* Findings as data for other programs. */
#ifndef CP_JSON_FINDINGS_H
#define CP_JSON_FINDINGS_H

#include "base/diag.h"
#include "json/writer.h"

typedef struct cp_findings {
	cp_diags *const *lists; /* one of each run, in their order */
	size_t lists_len;
	const char *version; /* of the program */
	int status;          /* what it exits with */
} cp_findings;

/* All findings with all that is known of them; docs/diagnostics.md says which properties. */
void cp_findings_write_json(cp_buf *out, const cp_findings *findings);

/* A list of findings alone, as an array, in the order of their places. */
void cp_findings_write_list(cp_json_writer *json, const char *key, cp_diags *list);

/* SARIF 2.1.0 (OASIS Standard, 2020), as one run. The rules are the table of codes. What the
 * files allow is there as suppressed; what switches hide is not. Columns are code points. */
void cp_findings_write_sarif(cp_buf *out, const cp_findings *findings);

#endif
