/* From bytes in any encoding to UTF-8. */
#ifndef CP_TEXT_ENCODING_H
#define CP_TEXT_ENCODING_H

#include "base/buf.h"

#include <stdint.h>

/* How the encoding of some bytes was told. */
typedef enum cp_encoding_reason {
	CP_ENCODING_MARKED,   /* they begin with a byte order mark */
	CP_ENCODING_DECLARED, /* they declare it: <meta charset>, <?xml encoding?> */
	CP_ENCODING_CONTENT,  /* it fits what they are */
	CP_ENCODING_GUESSED,  /* nothing says so: they are not UTF-8, as they should be */
} cp_encoding_reason;

typedef struct cp_encoding {
	char name[32]; /* "UTF-8", "windows-1252", … */
	cp_encoding_reason reason;
	size_t replaced; /* bytes that are not of that encoding, now U+FFFD … */
	size_t first;    /* … the first of which is here, in the UTF-8 */
} cp_encoding;

/* Appends `raw` as valid UTF-8 without byte order mark and zero bytes. The rules:
 *
 *   1. a byte order mark decides: UTF-8, UTF-16
 *   2. zero bytes at every other place are UTF-16
 *   3. what is UTF-8 with characters beyond ASCII is UTF-8, whatever it declares
 *   4. what it declares; ISO-8859-1 and ASCII mean Windows-1252 (WHATWG Encoding, 4.2)
 *   5. bytes that are not UTF-8, in what has no other character beyond ASCII, are
 *      Windows-1252
 *   6. UTF-8, with what is not replaced
 *
 * Characters U+0080 to U+009F, which no text has, are read as Windows-1252. */
cp_encoding cp_encoding_read(cp_buf *out, cp_str raw);

/* The same of what is declared elsewhere, as in the head of a mail, to be in the encoding
 * `label`; what it declares itself counts for nothing. */
cp_encoding cp_encoding_read_as(cp_buf *out, cp_str raw, cp_str label);

/* What a byte means in Windows-1252: 0x93 is U+201C. */
uint32_t cp_windows_1252(unsigned char byte);

/* A copy in the arena of valid UTF-8, its characters U+0080 to U+009F taken for bytes in
 * Windows-1252, as browsers do with "&#147;". */
cp_str cp_windows_1252_mend(cp_arena *arena, cp_str text);

#endif
