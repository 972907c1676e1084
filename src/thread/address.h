/* Whom comments address by name ("@Dom", "Andrew…", "Henry –"), and which earlier comment
 * that person wrote.
 *
 * Many pages lose the names of their authors when they are saved, but people go on
 * addressing one another. The answers here are guesses with a reason, for `reply_to`; they
 * are never taken for the page's word on who wrote what. */
#ifndef CP_THREAD_ADDRESS_H
#define CP_THREAD_ADDRESS_H

#include "thread/thread.h"

/* How the comment that an address means was told. */
typedef enum cp_address_reason {
	CP_ADDRESS_UNKNOWN, /* it was not */
	CP_ADDRESS_STATED,  /* the page names its author */
	CP_ADDRESS_QUOTED,  /* words quoted to this person stand only there */
	CP_ADDRESS_TURN,    /* it takes its turn between two that address each other */
	CP_ADDRESS_ONLY,    /* no other earlier comment can be this person's */
} cp_address_reason;

typedef struct cp_address {
	uint32_t comment;  /* in which somebody is addressed … */
	size_t start, end; /* … in these bytes of its text */
	cp_str name;       /* by this name */
	uint32_t answers;  /* the comment that is meant, or CP_NONE */
	cp_address_reason reason;
} cp_address;

/* Who wrote a comment that the page leaves unsigned, as far as addresses tell. */
typedef struct cp_address_author {
	cp_str name; /* by which he is addressed; at == NULL: it cannot be told */
	cp_address_reason reason;
} cp_address_author;

typedef struct cp_addresses {
	CP_ARRAY(cp_address) list;
	cp_address_author *authors; /* of each comment */
} cp_addresses;

/* Every address in the thread, in its order. Allocates in the arena; alters nothing. */
cp_addresses cp_thread_addresses(cp_arena *arena, const cp_thread *thread);

#endif
