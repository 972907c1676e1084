/* What the two files that report findings of a schema share. */
#ifndef CP_JSON_SCHEMA_REPORT_H
#define CP_JSON_SCHEMA_REPORT_H

#include "json/schema_run.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { CP_EXCUSES = 4 };

/* The value in hand: where it is, and which missing properties are excused, because a
 * misspelt one was reported in their place. */
typedef struct cp_frame {
	struct cp_frame *parent;
	cp_str key; /* at == NULL: an array element */
	size_t index;
	const json_t *json;
	cp_str excused[CP_EXCUSES];
	size_t excused_len;
} cp_frame;

typedef struct cp_reporter {
	cp_run *run;
	cp_source *source;
	cp_diags *diags;
	cp_map said;  /* places and messages */
	size_t count; /* of faults, told before or not */
	bool trial;   /* a branch is tried */
} cp_reporter;

/* Reports what is wrong with the value; true if nothing is. */
bool cp_report_schema(cp_reporter *reporter, const cp_schema *schema, cp_frame *frame);

/* Of branches of which one should fit the value, and `fitting` do, what was meant. False. */
bool cp_report_choice(cp_reporter *reporter, const cp_schema_list *branches,
	cp_frame *frame, size_t fitting);

/* A finding about the value, which the message begins with. False. */
bool cp_report(cp_reporter *reporter, const cp_frame *frame, cp_code code,
	const char *format, ...) __attribute__((format(printf, 4, 5)));
bool cp_report_type(cp_reporter *reporter, const cp_frame *frame, unsigned types);
bool cp_report_values(cp_reporter *reporter, const cp_frame *frame,
	const json_t *const values[], size_t len);

/* The parts of that: a value inside, and members that no rule knows; `failed`: other rules for
 * the object have been broken. */
bool cp_report_child(cp_reporter *reporter, const cp_schema *schema, cp_frame *parent,
	cp_str key, size_t index, const json_t *json);
bool cp_report_unknown(cp_reporter *reporter, const cp_schema *schema, cp_frame *frame,
	cp_str key, unsigned depth);
bool cp_report_unseen(cp_reporter *reporter, const cp_schema *schema,
	const cp_schema *rest, cp_frame *frame, bool failed);

/* A finding with any message; NULL where it was told before. And the place of a value or,
 * of a property of it, of the name. */
cp_diag *cp_report_add(
	cp_reporter *reporter, cp_code code, cp_place place, cp_str message);
cp_place cp_report_place(
	const cp_reporter *reporter, const cp_frame *frame, cp_str property);

/* What stands before the i-th of `count` things: "", ", " or " or "; types as "a text or a
 * number"; a value, if it is not too long, and several. */
void cp_write_choice(cp_buf *out, size_t i, size_t count);
void cp_write_types(cp_buf *out, unsigned types);
void cp_write_value(cp_buf *out, const json_t *json);
void cp_write_values(cp_buf *out, const json_t *const values[], size_t len);

#endif
