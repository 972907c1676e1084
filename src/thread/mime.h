/* Mail as bytes: heads, encoded words, parts, and the text among the parts.
 *
 * RFC 5322 (messages), 2045 and 2046 (bodies and parts), 2047 (words in heads). */
#ifndef CP_THREAD_MIME_H
#define CP_THREAD_MIME_H

#include "base/buf.h"

typedef enum cp_mail_field {
	CP_MAIL_FROM,
	CP_MAIL_DATE,
	CP_MAIL_SUBJECT,
	CP_MAIL_ID,
	CP_MAIL_IN_REPLY_TO,
	CP_MAIL_REFERENCES,
	CP_MAIL_TYPE,
	CP_MAIL_TRANSFER,
	CP_MAIL_DISPOSITION,
	CP_MAIL_FIELDS,
} cp_mail_field;

/* A message, or a part of one. */
typedef struct cp_mail {
	cp_str fields[CP_MAIL_FIELDS]; /* valid UTF-8 in one line; at == NULL: none */
	cp_str body;
} cp_mail;

/* Reads a head and what follows its empty line. */
cp_mail cp_mail_read(cp_arena *arena, cp_str bytes);

/* The value of a field with encoded words, "=?utf-8?q?J=C3=BCrg?=", as UTF-8 in the arena. */
cp_str cp_mail_words(cp_arena *arena, cp_str field);

typedef struct cp_mail_text {
	cp_str text;     /* UTF-8, in the arena; at == NULL: the mail has none */
	bool html;       /* it is HTML: there is no plain text */
	size_t others;   /* parts beside it: what is attached */
	size_t replaced; /* bytes that could not be read */
} cp_mail_text;

/* The text of a mail: of its parts the first that is plain text and not attached, else the
 * first that is HTML. */
cp_mail_text cp_mail_text_of(cp_arena *arena, const cp_mail *mail);

#endif
