/* What became of the anchors of an annotation, for people and programs; and how its file is
 * mended. */
#ifndef CP_ANNOTATION_ANCHORS_H
#define CP_ANNOTATION_ANCHORS_H

#include "annotation/annotation.h"
#include "json/edit.h"

/* "exact", "folded", "moved", "fuzzy", "ambiguous" or "lost"; of an item without words "none". */
const char *cp_anchor_word(const cp_item *item);

/* One line an item: its id, how it was found, with the score where places were weighed, where
 * it is (comment, and code points from and to), and the beginning of its words. Then a line
 * that counts them. As JSON, the same in full. */
void cp_anchors_write_text(cp_buf *out, const cp_annotation *annotation);
void cp_anchors_write_json(cp_buf *out, const cp_annotation *annotation);

/* Edits the annotation's file so that `start`, `end`, `prefix` and `suffix` of each item say
 * where it was found; what says so already is left as it is. Items that were found nearly are
 * edited only if `fuzzy`, and get the words of the text as their quote; those that are
 * ambiguous or lost never. Appends a line for each item that changes to `changes`. How many
 * there are. */
size_t cp_anchors_repair(cp_arena *arena, const cp_annotation *annotation, bool fuzzy,
	cp_edits *edits, cp_buf *changes);

#endif
