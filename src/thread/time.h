/* Times as machines write them, in ISO 8601 with the zone as far as it is known. */
#ifndef CP_THREAD_TIME_H
#define CP_THREAD_TIME_H

#include "base/buf.h"

/* Seconds since 1970 as "2025-03-03T08:05:00Z"; a number past 10^11 counts milliseconds. None
 * where it is outside the years 1 to 9999. */
cp_str cp_time_of_epoch(cp_arena *arena, double seconds);

/* "2005-02-24 04:03:37" gets its T, a time in ISO 8601 stays to the letter, a date in
 * words that cp_page_date knows becomes one, and so do seconds since 1970. None of any other text. */
cp_str cp_time_of_text(cp_arena *arena, cp_str text);

/* The date of a mail (RFC 5322 §3.3): "Mon, 3 Mar 2025 08:05:00 +0100". None of what is not
 * one. */
cp_str cp_time_of_mail(cp_arena *arena, cp_str text);

/* Minutes from some day of the past to a time in ISO 8601, as far as it is given, whatever its
 * zone; -1 where it does not give a day. */
long cp_time_minutes(cp_str time);

#endif
