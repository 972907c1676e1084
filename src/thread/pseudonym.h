/* Pseudonyms: authors become "Speaker 1", "Speaker 2" …, in the texts as well. The rules by
 * which their names are found there, and what they miss, are in docs/import.md. */
#ifndef CP_THREAD_PSEUDONYM_H
#define CP_THREAD_PSEUDONYM_H

#include "thread/thread.h"

/* Replaces the names of all who write in the threads, and of whom they address, by one
 * pseudonym each, in the order in which they are met. Addresses of the page and of its
 * comments, and the names that it has for them, are taken away, as they lead back to it. The
 * key, pseudonym to name, is appended to `key` as JSON; what was taken for a name goes to the
 * findings. */
void cp_pseudonymise(cp_arena *arena, cp_thread *const *threads, size_t count,
	cp_diags *diags, cp_buf *key);

#endif
