/* Dates as blogs print them beside a comment. */
#ifndef CP_THREAD_PAGE_DATE_H
#define CP_THREAD_PAGE_DATE_H

#include "base/buf.h"

/* Finds the date, with or without a time of day, that `line` ends with: "8th Aug '10 -
 * 2:57pm", "August 8, 2010 at 2:57 pm", "2010-08-08 14:57". Appends it as ISO 8601 and
 * gives the byte at which it begins; SIZE_MAX where the line does not end with a date. */
size_t cp_page_date(cp_str line, cp_buf *iso);

#endif
