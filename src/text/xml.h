/* Text as XML or HTML text and attribute values. */
#ifndef CP_TEXT_XML_H
#define CP_TEXT_XML_H

#include "base/buf.h"

/* Appends valid text with what is markup escaped, in double quotation marks too. Line
 * breaks are kept; other control characters, which XML forbids or discourages, become
 * U+FFFD. */
void cp_buf_put_xml(cp_buf *out, cp_str text);

#endif
