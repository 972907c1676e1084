/* Changes to a JSON text that leave everything else as it was, to the byte: a person has laid
 * it out, and numbers and escapes stay as they were written.
 *
 * Edits are collected, by JSON pointers into the text as it is before all of them, and then
 * applied together. Of several edits of one value the last holds; nothing is edited inside of
 * a value that is replaced or removed. */
#ifndef CP_JSON_EDIT_H
#define CP_JSON_EDIT_H

#include "json/document.h"

typedef struct cp_edits cp_edits;

/* Edits of a text that jansson has accepted. They live in the arena, and copy what they are
 * given; the source must outlive them. Pointers and names are UTF-8 without bytes 0x00. */
cp_edits *cp_edits_new(cp_arena *arena, cp_source *source);

/* The value at the pointer becomes `value`, which is JSON. A property that is not there is
 * added as the last one of its object, and at "/-" an element as the last one of its array, in
 * the layout of its neighbours. False where there is nothing that it could be added to. */
bool cp_edit_set(cp_edits *edits, cp_str pointer, cp_str value);

/* The property at the pointer gets the name `key`, which no other property of the object may
 * have then. False where there is no such property. */
bool cp_edit_rename(cp_edits *edits, cp_str pointer, cp_str key);

/* The property or element goes, with the comma that goes with it. False where there is none;
 * the whole text cannot go. */
bool cp_edit_remove(cp_edits *edits, cp_str pointer);

/* Appends the text as it is after the edits. */
void cp_edits_apply(cp_edits *edits, cp_buf *out);

#endif
