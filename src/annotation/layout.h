/* How the two files are set out: for cp_json_format. */
#ifndef CP_ANNOTATION_LAYOUT_H
#define CP_ANNOTATION_LAYOUT_H

#include "json/format.h"

/* An annotation, with a thread in it or without, and a thread: the properties in the order of
 * the schemas. */
extern const cp_shape cp_annotation_shape, cp_thread_shape;

/* The one that a text has which jansson has accepted; NULL where it is neither. */
const cp_shape *cp_shape_of(cp_source *source);

#endif
