/* Files: read whole, written whole or not at all. */
#ifndef CP_BASE_FILE_H
#define CP_BASE_FILE_H

#include "base/buf.h"

/* Appends the whole of `path` ("-" is the standard input) to `out`. 0, or an errno value; a
 * directory gives EISDIR, more than CP_MOST_BYTES give EFBIG: /dev/zero has no end. */
#define CP_MOST_BYTES ((size_t)2 << 30)
int cp_file_read(const char *path, cp_buf *out) CP_MUST_USE;

/* The same for a path that comes from a file: "-" is a name like others, and what is no
 * regular file (a device, a pipe) gives EINVAL. */
int cp_file_read_regular(const char *path, cp_buf *out) CP_MUST_USE;

/* Writes `data` to `path` ("-" is the standard output): into a new file beside it that
 * takes its place once everything is on disk, so that a failure leaves the old one whole.
 * Where `path` is no regular file (a device, a pipe), has other names, or is an open stream,
 * it is written directly. 0, or an errno value. */
int cp_file_write(const char *path, cp_str data) CP_MUST_USE;

/* Writes `data` to a new file that only its owner may read. 0, or an errno value: EEXIST where
 * anything of that name is there already; then that stays as it is. */
int cp_file_create(const char *path, cp_str data) CP_MUST_USE;

/* Appends a name of anybody's choice so that it can be a file's, or a part of that, everywhere:
 * at most so many bytes, and "-" for all but letters of ASCII, digits, "-", "_" and ".", but not
 * that as the first. */
void cp_file_put_name(cp_buf *out, cp_str name, size_t most);

/* `name` as seen from the folder of the file `base`; an absolute name stays. */
cp_str cp_path_beside(cp_arena *arena, cp_str base, cp_str name);

/* The file `to` as seen from the folder of the file `from`, which need not be there itself:
 * "../threads/a.json". Where one of the folders is not there, `to` as it is. */
cp_str cp_path_from(cp_arena *arena, cp_str from, cp_str to);

/* The nearest `name` ("schemas/a.json") in the folder of the file `from` or in one above it, as
 * seen from there; at == NULL where there is none. */
cp_str cp_path_above(cp_arena *arena, cp_str from, const char *name);

#endif
