/* Is a text markup as a parser would take it? Just enough to tell for our own writers. */
#ifndef CP_TESTS_MARKUP_H
#define CP_TESTS_MARKUP_H

#include "unit.h"

/* Fails unless tags nest, attributes are quoted and no control character is in it. Tags
 * of HTML that have no end are known. */
void expect_well_formed(cp_str markup);

/* Fails unless each href="#x" has its id="x", and no id is there twice. */
void expect_links_lead_somewhere(cp_str markup);

/* A debate whose texts are all hostile. */
void debate_open_hostile(struct debate *debate);

#endif
