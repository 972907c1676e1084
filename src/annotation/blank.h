/* An annotation to begin with: everything that the thread tells, and nothing marked yet. */
#ifndef CP_ANNOTATION_BLANK_H
#define CP_ANNOTATION_BLANK_H

#include "thread/thread.h"

/* What stands for the motion until somebody writes it. */
#define CP_BLANK_MOTION "What is debated, as one plain statement"

typedef struct cp_blank {
	cp_str schema; /* where the schema is, as seen from the file; at == NULL: not known */
	cp_str thread; /* and the thread */
	cp_str motion; /* at == NULL: to be filled in */
} cp_blank;

/* Appends it as JSON that `check` has no errors in. */
void cp_blank_write(cp_buf *out, const cp_blank *blank, const cp_thread *thread);

#endif
