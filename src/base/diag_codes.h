/* Every finding that Counterpoint can report, once: CODE(name, code, severity, what it
 * means, what to do, an example of it or NULL). From this come the enum, the messages'
 * [codes], `check --explain`, the rules of SARIF and, by `make docs`, docs/diagnostics.md and
 * the list in the manual.
 *
 * An example is JSON that is put into docs/example.json and then makes this finding and no
 * other: items, if it begins with {, or properties of the annotation. */

/* Files and JSON. */
CODE(FILE, "file", ERROR,
	"A file cannot be read.",
	"Check the name, and that it is a file that you may read. The name of a thread is "
	"taken relative to the annotation's own folder.",
	"\"thread\": \"nowhere.json\"")
CODE(JSON_SYNTAX, "json-syntax", ERROR,
	"The file is not JSON: a comma, quotation mark or bracket is missing or too many.",
	"Look at the place shown and just before it. A string's own quotation marks are "
	"written `\\\"`, a line break in it `\\n`.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\"\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\" }")
CODE(JSON_ENCODING, "json-encoding", ERROR,
	"The file is not UTF-8.",
	"Save it as UTF-8, without a byte order mark.", NULL)
CODE(DUPLICATE_KEY, "duplicate-key", ERROR,
	"An object has the same property twice, so one of the two values would be lost.",
	"Keep one of them; several targets go into one array.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\", \"rebuts\": \"work\" }")
CODE(TOO_DEEP, "too-deep", ERROR,
	"Arrays and objects are nested more than 2,048 deep.",
	"Counterpoint's own files are nested six deep at most: something else is in this one.", NULL)

/* The schemas. */
CODE(WRONG_TYPE, "wrong-type", ERROR,
	"A value is of another kind than the schema allows, such as a number for a text.",
	"Write the kind of value that the message names.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": 1 }")
CODE(MISSING_PROPERTY, "missing-property", ERROR,
	"An object lacks a property that it must have.",
	"Add it. `docs/format.md` says what each is for.",
	"{ \"id\": \"paid\", \"kind\": \"claim\", \"comment\": \"c1\", \"supports\": \"nobody\" }")
CODE(UNKNOWN_PROPERTY, "unknown-property", ERROR,
	"An object has a property that the format does not know; most often a slip of the pen.",
	"Correct the name. Properties of your own are welcome under names that start with x-.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebutts\": \"motion\", \"rebuts\": \"work\" }")
CODE(BAD_VALUE, "bad-value", ERROR,
	"A value is not one of those that are allowed here.",
	"Write one of the values that the message lists.",
	"{ \"id\": \"paid\", \"kind\": \"rebutal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\" }")
CODE(OUT_OF_RANGE, "out-of-range", ERROR,
	"A number is too small or too large, a text too short, or an array too short.",
	"Keep within the limit that the message names.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\", \"confidence\": 80 }")
CODE(SCHEMA, "schema", ERROR,
	"A value breaks a rule of the schema that has no code of its own.",
	"Do as the message says.",
	"\"sources\": [ { \"id\": \"minutes\", \"text\": \"Nobody came.\" } ],\n"
	"\"annotations\": [\n"
	"  { \"id\": \"says\", \"kind\": \"quotation\", \"comment\": \"c2\", \"quote\": \"nobody came\",\n"
	"    \"of\": { \"comment\": \"c1\", \"source\": \"minutes\" }, \"rebuts\": \"motion\" } ]")
CODE(BAD_SCHEMA, "bad-schema", ERROR,
	"A JSON Schema cannot be used: a keyword of it has a value that it cannot have, a "
	"reference leads nowhere, or a pattern is no regular expression.",
	"Correct the schema at the place shown.", NULL)
CODE(OLDER_DRAFT, "older-draft", NOTE,
	"A JSON Schema says that it is of an older draft. Keywords that have changed since are read "
	"as that draft has them; in all else it is read as one of draft 2020-12.",
	"Nothing, as long as it does what you expect.", NULL)
CODE(SCHEMA_NOT_FOUND, "schema-not-found", WARNING,
	"The schema that `$schema` names is not one of Counterpoint's own and cannot be read, so "
	"that the file was not held against it.",
	"Correct the name. It is taken relative to the file's own folder; nothing is fetched "
	"from a network.",
	"\"$schema\": \"https://school.example/annotation.json\"")

/* References. */
CODE(DUPLICATE_ID, "duplicate-id", ERROR,
	"Two things have the same id, so that a reference to it could mean either.",
	"Give one of them another id, and correct the references meant for it.",
	"{ \"id\": \"work\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\" }")
CODE(UNKNOWN_ID, "unknown-id", ERROR,
	"A relation points at an id that no item and no motion of this file has.",
	"Correct the id, or add the item.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motoin\" }")
CODE(UNKNOWN_COMMENT, "unknown-comment", ERROR,
	"There is no comment with this id in the thread.",
	"Correct the id: `op` is the article, `c1` the first comment.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c11\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\" }")
CODE(UNKNOWN_SPEAKER, "unknown-speaker", ERROR,
	"There is no speaker with this id in `speakers`.",
	"Correct the id, or add the speaker.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\", \"speaker\": \"ben\" }")
CODE(UNKNOWN_SOURCE, "unknown-source", ERROR,
	"There is no source with this id in `sources`.",
	"Correct the id, or add the source.",
	"{ \"id\": \"says\", \"kind\": \"quotation\", \"comment\": \"c2\", \"quote\": \"nobody came\",\n"
	"  \"of\": { \"source\": \"minutes\" }, \"restates\": \"nobody\" }")
CODE(REPLY_ORDER, "reply-order", WARNING,
	"A comment replies to itself or to a later one.",
	"Correct `reply_to` in the thread.",
	"\"thread\": { \"counterpoint\": 1, \"comments\": [\n"
	"  { \"id\": \"op\", \"text\": \"Many people work on all other days.\", \"reply_to\": \"c1\" },\n"
	"  { \"id\": \"c1\", \"text\": \"Nobody came on Sundays last year.\" } ] }")
CODE(COMMENT_CHANGED, "comment-changed", WARNING,
	"The text of a comment was altered after it was imported: its `digest` is another one. "
	"Quotes are looked for in the text as it is; where `start` and `end` say is not relied on.",
	"Import the page again if the text should not have been altered. Otherwise write the "
	"digest that the message gives, and let `counterpoint anchor` say what became of the anchors.",
	"\"thread\": { \"counterpoint\": 1, \"comments\": [\n"
	"  { \"id\": \"op\", \"text\": \"Many people work on all other days.\", \"digest\": \"sha256:00\" },\n"
	"  { \"id\": \"c1\", \"text\": \"Nobody came on Sundays last year.\" } ] }")

/* Anchors. */
CODE(QUOTE_NOT_FOUND, "quote-not-found", ERROR,
	"The words of `quote` are not in the comment. The item is drawn, marked as not anchored.",
	"Copy the words from the comment. Quotation marks, dashes, spaces and capitals may "
	"differ; words may not.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"it would be far too dear\", \"rebuts\": \"motion\" }")
CODE(QUOTE_AMBIGUOUS, "quote-ambiguous", ERROR,
	"The words of `quote` are in the comment more than once, and nothing tells which are meant.",
	"Quote a few words more, or give `prefix` or `suffix`: the words just before or after.",
	"{ \"id\": \"days\", \"kind\": \"claim\", \"comment\": \"op\", \"quote\": \"on\",\n"
	"  \"supports\": \"motion\" }")
CODE(QUOTE_FOLDED, "quote-folded", NOTE,
	"The words of `quote` are in the comment with other quotation marks, dashes, spaces or capitals.",
	"Nothing: they are found all the same. Only `check --fix` tells, which puts in the words as "
	"they stand in the comment.", NULL)
CODE(ANCHOR_MOVED, "anchor-moved", WARNING,
	"The words of `quote` are in the comment, but not where `start` and `end` say.",
	"Nothing needs to be done if the place shown is meant; remove `start` and `end`, or let "
	"`counterpoint anchor --write` correct them.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"start\": 0, \"end\": 37, \"rebuts\": \"motion\" }")
CODE(ANCHOR_FUZZY_FOUND, "anchor-fuzzy", WARNING,
	"The words of `quote` are not in the comment, or are there several times; but there is one "
	"place that answers to most of what the item says, and no other that comes near to it. It "
	"is taken.",
	"Look whether it is what is meant, and copy the words from there. Words that look alike may "
	"say something else.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid double\", \"rebuts\": \"motion\" }")
CODE(ANCHOR_RANGE, "anchor-range", WARNING,
	"`start` and `end` are no places in the comment, or not one after the other. They are left "
	"aside; `quote` alone says where the item is.",
	"Remove them, or let `counterpoint anchor --write` correct them. They count code points from "
	"0, and `end` is after the last.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"start\": 3800, \"rebuts\": \"motion\" }")
CODE(ANCHOR_SPLITS, "anchor-splits", WARNING,
	"The words of `quote` begin or end within what people see as one character, such as a letter "
	"and its accent, or an emoji of several parts.",
	"Copy the whole character.",
	"\"thread\": { \"counterpoint\": 1, \"comments\": [\n"
	"  { \"id\": \"op\", \"text\": \"There is a cafe\\u0301.\" } ] },\n"
	"\"annotations\": [ { \"id\": \"cafe\", \"kind\": \"claim\", \"comment\": \"op\",\n"
	"  \"quote\": \"There is a cafe\", \"supports\": \"motion\" } ]")
CODE(ANCHOR_OVERLAP, "anchor-overlap", HINT,
	"Two items that are no quotations share more than half of their words, so that it is not clear "
	"which says what.",
	"Quote for each the words that say it. If one sentence says both, quote the same words for "
	"both.",
	"{ \"id\": \"days\", \"kind\": \"claim\", \"comment\": \"op\",\n"
	"  \"quote\": \"people work on all other days\", \"supports\": \"motion\" }")

/* Quotations. */
CODE(QUOTATION_NOT_FOUND, "quotation-not-found", WARNING,
	"The quoted words are not in the comment or source that they are said to be from.",
	"Correct `of`; or, if the quoter altered the words, say in the `quote` of `of` how they "
	"stand in the original.",
	"{ \"id\": \"says\", \"kind\": \"quotation\", \"comment\": \"c2\", \"quote\": \"I was there\",\n"
	"  \"of\": { \"comment\": \"c1\" }, \"rebuts\": \"nobody\" }")
CODE(QUOTATION_ALTERED, "quotation-altered", WARNING,
	"The quoted words are nearly those of the original: some are other words. In the message, the "
	"original stands before the arrow.",
	"Look whether you copied them right. If it was the quoter who altered them, say in the "
	"`quote` of `of` how they stand in the original. Omissions that are marked, by an ellipsis or "
	"by brackets, are none.",
	"\"thread\": { \"counterpoint\": 1, \"comments\": [\n"
	"  { \"id\": \"op\", \"text\": \"Many people work on all other days.\" },\n"
	"  { \"id\": \"c1\", \"text\": \"“Many work on all other days”? I do not.\" } ] },\n"
	"\"annotations\": [ { \"id\": \"says\", \"kind\": \"quotation\", \"comment\": \"c1\",\n"
	"  \"quote\": \"Many work on all other days\", \"of\": { \"comment\": \"op\" }, \"supports\": \"motion\" } ]")
CODE(QUOTATION_CUT, "quotation-cut", WARNING,
	"The quoted words are those of the original, but there a word stands before or after them that "
	"turns what they say or makes it hang on a condition, such as “not”, “if” or “but”.",
	"Look whether the quoter does the original wrong. If so, say it in a `note`; a rebuttal may be "
	"due. If the mark was set too narrow, quote more.",
	"\"thread\": { \"counterpoint\": 1, \"comments\": [\n"
	"  { \"id\": \"op\", \"text\": \"I do not think that anybody reads on Sundays.\" },\n"
	"  { \"id\": \"c1\", \"text\": \"So “anybody reads on Sundays”?\" } ] },\n"
	"\"annotations\": [ { \"id\": \"says\", \"kind\": \"quotation\", \"comment\": \"c1\",\n"
	"  \"quote\": \"anybody reads on Sundays\", \"of\": { \"comment\": \"op\" }, \"supports\": \"motion\" } ]")
CODE(QUOTATION_SPEAKER, "quotation-speaker", WARNING,
	"The quoted words are not in the comment or source that they are said to be from, but in a "
	"comment by somebody else.",
	"Correct `of`.",
	"{ \"id\": \"says\", \"kind\": \"quotation\", \"comment\": \"c2\", \"quote\": \"nobody came\",\n"
	"  \"of\": { \"comment\": \"op\" }, \"restates\": \"nobody\" }")
CODE(QUOTATION_OF_LATER, "quotation-of-later", WARNING,
	"A comment is said to quote a comment that was written after it.",
	"Correct the comment in `of`.",
	"{ \"id\": \"says\", \"kind\": \"quotation\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff\", \"of\": { \"comment\": \"c2\" }, \"rebuts\": \"motion\" }")

/* Structure. */
CODE(SELF_RELATION, "self-relation", ERROR,
	"An item supports, rebuts, undercuts, restates or concedes itself. The relation is left out.",
	"Point the relation at what is meant.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"paid\" }")
CODE(SUPPORT_CYCLE, "support-cycle", ERROR,
	"Reasons go in a circle: each supports the next, and the last the first.",
	"Take out the step that the speaker did not make; if he did reason in a circle, two of "
	"the items probably say the same: use `restates`.",
	"{ \"id\": \"came\", \"kind\": \"claim\", \"comment\": \"c2\", \"quote\": \"I was there\",\n"
	"  \"supports\": [\"motion\", \"seen\"] },\n"
	"{ \"id\": \"seen\", \"kind\": \"claim\", \"comment\": \"c2\", \"quote\": \"You say that nobody came\",\n"
	"  \"supports\": \"came\" }")
CODE(NO_STEP, "no-step", ERROR,
	"An undercut attacks the step from an item to what it supports or rebuts, and there is no such step.",
	"Undercut an item that supports or rebuts something; to attack the item itself, use `rebuts`.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c2\", \"quote\": \"Pay the staff twice\",\n"
	"  \"undercuts\": { \"from\": \"nobody\", \"to\": \"work\" } }")
CODE(AMBIGUOUS_STEP, "ambiguous-step", ERROR,
	"The item that is undercut takes several steps, and nothing tells which is meant.",
	"Write { \"from\": item, \"to\": what it supports or rebuts }.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": [\"motion\", \"work\"] },\n"
	"{ \"id\": \"pay\", \"kind\": \"rebuttal\", \"comment\": \"c2\", \"quote\": \"Pay the staff twice\",\n"
	"  \"undercuts\": \"paid\" }")
CODE(SUPPORT_AND_REBUT, "support-and-rebut", ERROR,
	"One item is given as a reason for and against the same thing.",
	"Keep one of the two; or split the item.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\", \"supports\": \"motion\" }")
CODE(RESTATES_ATTACK, "restates-attack", ERROR,
	"One of two items that say the same supports or rebuts the other. The relation is left out.",
	"Keep `restates` or the other relation.",
	"{ \"id\": \"came\", \"kind\": \"rebuttal\", \"comment\": \"c2\", \"quote\": \"nobody came\",\n"
	"  \"restates\": \"nobody\", \"rebuts\": \"nobody\" }")
CODE(SAID_TWICE, "said-twice", WARNING,
	"One item has the same relation to the same thing twice, so that the map has the step twice.",
	"Keep one of the two.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": [\"motion\", \"motion\"] }")
CODE(ANSWERS_LATER, "answers-later", WARNING,
	"An item attacks or grants what is said only in a later comment.",
	"Turn the relation round, or correct the comment of one of the two; if the speaker foresees "
	"the point, mark it where he does, as an item of his own with an attitude.",
	"{ \"id\": \"days\", \"kind\": \"claim\", \"comment\": \"op\", \"quote\": \"all other days\",\n"
	"  \"concedes\": \"nobody\" }")
CODE(OWN_POINT, "own-point", HINT,
	"An item attacks what the same speaker asserts. Most often one of the two is only granted "
	"or reported, or is said by somebody else.",
	"Give the one that is granted its `attitude`, or the one that somebody else says its "
	"`speaker`. If the speaker has changed his mind, leave it as it is.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"nobody\" }")
CODE(SAME_GIST, "same-gist", HINT,
	"Two items have the same gist and are two boxes on the map.",
	"If they say the same, let the later one restate the earlier one; if not, word the gists so "
	"that a reader can tell them apart.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"gist\": \"Too dear\", \"rebuts\": \"motion\" },\n"
	"{ \"id\": \"pay\", \"kind\": \"claim\", \"comment\": \"c2\", \"quote\": \"Pay the staff twice!\",\n"
	"  \"gist\": \"too dear\", \"undercuts\": \"paid\" }")
CODE(STANCE_CONFLICT, "stance-conflict", WARNING,
	"An item's `stance` says that it tells for one side, and its relations say that it tells for "
	"the other one.",
	"Follow the way to the motion that the message names: one of its relations, or the "
	"`stance`, is wrong.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\", \"stance\": \"pro\" }")
CODE(NO_WAY_TO_MOTION, "no-way-to-motion", WARNING,
	"No chain of relations leads from the item to the motion, so that it has no side.",
	"Say what it supports, rebuts, undercuts, restates or concedes; if it bears on nothing, "
	"leave it out.",
	"{ \"id\": \"there\", \"kind\": \"claim\", \"comment\": \"c2\", \"quote\": \"I was there\" }")

/* Speakers. */
CODE(CLAIMED_TWICE, "claimed-twice", ERROR,
	"Two speakers are said to have written the same comment.",
	"Give the comment to one of them.",
	"\"speakers\": [\n"
	"  { \"id\": \"cem\", \"name\": \"Cem\", \"comments\": [\"c2\"], \"because\": \"he signs it in c5\" },\n"
	"  { \"id\": \"dan\", \"name\": \"Dan\", \"comments\": [\"c2\"], \"because\": \"his style\" } ]")
CODE(AUTHOR_STATED, "author-stated", WARNING,
	"A comment is attributed to somebody else than the author whom the page names.",
	"Take it out of `comments`, or say in `because` why the page is wrong.",
	"\"speakers\": [ { \"id\": \"ann\", \"name\": \"Ann\", \"comments\": [\"op\", \"c1\"] } ]")
CODE(NO_EVIDENCE, "no-evidence", WARNING,
	"A speaker is said to have written comments, but not how one can tell.",
	"Say it in `because`.",
	"\"speakers\": [ { \"id\": \"cem\", \"name\": \"Cem\", \"comments\": [\"c2\"] } ]")

/* Words and entries. */
CODE(MOTION_NOT_STATED, "motion-not-stated", HINT,
	"The motion is a question, or still what `init` put there.",
	"Say what is debated as one plain statement: claims are for or against that.",
	"\"motion\": { \"id\": \"motion\", \"text\": \"Should the library open on Sundays?\" }")
CODE(UNKNOWN_SCHEME, "unknown-scheme", WARNING,
	"There is no argumentation scheme of this name.",
	"Correct the name: `docs/format.md` lists the schemes. Schemes of your own are welcome under "
	"names that start with x-.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\", \"scheme\": \"consequences\" }")
CODE(UNUSED, "unused", HINT,
	"A speaker wrote no comment and says no item, or a source is not quoted.",
	"Take the entry out, or use it.",
	"\"sources\": [ { \"id\": \"minutes\", \"title\": \"Minutes of the council\" } ]")

/* What the file allows. */
CODE(UNKNOWN_CODE, "unknown-code", WARNING,
	"`x-allow` names a code that no finding has.",
	"Correct the code; `counterpoint check --explain all` lists them.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\", \"x-allow\": \"self-relations\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\" }")
CODE(CANNOT_ALLOW, "cannot-allow", WARNING,
	"`x-allow` names the code of an error. Only warnings and hints can be allowed.",
	"Take the code out, and mend what it reports.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\", \"x-allow\": \"self-relation\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\" }")
CODE(NEEDLESS_ALLOW, "needless-allow", HINT,
	"`x-allow` names a code that nothing inside this object is reported with.",
	"Take the code out, so that it does not hide anything later on.",
	"{ \"id\": \"paid\", \"kind\": \"rebuttal\", \"comment\": \"c1\", \"x-allow\": \"no-way-to-motion\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\" }")

/* Drafts. */
CODE(UNCONFIRMED, "unconfirmed", HINT,
	"Items, speakers, sources or addresses that draft found, and that nobody has confirmed yet.",
	"Look at each: correct it or delete it, or confirm it by deleting its `origin`.",
	"{ \"id\": \"staff\", \"kind\": \"rebuttal\", \"comment\": \"c1\",\n"
	"  \"quote\": \"the staff would have to be paid twice\", \"rebuts\": \"motion\",\n"
	"  \"origin\": \"auto\", \"rule\": \"but\", \"confidence\": 0.6 }")

/* Import. */
CODE(LEFT_OUT, "left-out", NOTE,
	"A part of the page was left out of the thread.",
	"Nothing, if it is not part of the debate.", NULL)
CODE(GUESSED, "guessed", NOTE,
	"The page does not say it; the reader of the page worked it out.",
	"Correct the thread if the guess is wrong.", NULL)
CODE(UNRESOLVED, "unresolved", NOTE,
	"A comment addresses somebody, and no comment can be told to be meant.",
	"Nothing; the person may have no comment on the page.", NULL)
CODE(NOT_LOADED, "not-loaded", NOTE,
	"The page names comments that it does not have: they were not loaded, or not exported.",
	"Load them all and save the page again, if they matter. Where they were, the thread has a "
	"place with `missing`.", NULL)
CODE(BROKEN_TEXT, "broken-text", WARNING,
	"Bytes of the page are not UTF-8; each was replaced by U+FFFD.",
	"Save the page again as UTF-8.", NULL)
CODE(BROKEN_XML, "broken-xml", ERROR,
	"The XML of a dump is broken; what stands before that place is read.",
	"Export the dump once more, or mend it at the place that is shown.", NULL)
CODE(NOT_A_THREAD, "not-a-thread", ERROR,
	"No comments were found in the page.",
	"Save the page as text from a browser, with the comments showing.", NULL)
CODE(SEVERAL_THREADS, "several-threads", ERROR,
	"The file has several threads, and nothing tells which is meant.",
	"Name one with `--thread`; `--list` shows them. `--all` writes all of them.", NULL)
CODE(UNKNOWN_THREAD, "unknown-thread", ERROR,
	"The file has no thread of this id.",
	"Correct the id; `--list` shows those that there are.", NULL)

/* Drawing. */
CODE(NOT_CHOSEN, "not-chosen", ERROR,
	"What was to be shown is not in the debate: there is no such comment, item, step, issue, "
	"speaker or tag.",
	"Write the comment's id after `--until` or `--as-of`, the id of an item or a step after "
	"`--focus`, `--assume` and for `why`, that of an item after `--collapse`, after `--issue` a "
	"number that `--issue list` shows, after `--speaker` or `--for participant=` the name as the "
	"thread or the annotation has it, and after `--tag` what stands in the `tags` of an item.", NULL)
CODE(NOT_BORNE_OUT, "not-borne-out", ERROR,
	"A sentence of the summary did not hold when it was held against the debate again, and is "
	"left out.",
	"That is a fault of Counterpoint, not of the files. Please report it, with the annotation and "
	"its thread.", NULL)
CODE(DRAWING, "drawing", ERROR,
	"The diagram could not be drawn.",
	"The message says why. `--layout tree` does without Graphviz; `--format dot` gives the graph "
	"itself, for other tools.", NULL)
CODE(LARGE_MAP, "large-map", NOTE,
	"The map has more than 100 boxes, which is more than can be read at once.",
	"Nothing, if it is to be large; `--depth`, `--collapse`, `--issue` and `--tag` show less of it, "
	"`--split` makes linked pages, and the page of `report` can be folded.", NULL)
CODE(LAYOUT_CHANGED, "layout-changed", NOTE,
	"Graphviz took too long or failed, so that the map was laid out as a tree instead.",
	"Nothing, if the map is good; `--layout dot` gives Graphviz a minute.", NULL)

CODE(FONT_MISSING, "font-missing", WARNING,
	"A PNG or PDF is drawn with the fonts of this machine, and it has none that is as wide as "
	"Arial, in which the boxes were measured, or none that has some character.",
	"Install the package that is named, or write SVG, which is drawn with the fonts of whoever "
	"looks at it.", NULL)
CODE(SMALL_LETTERS, "small-letters", WARNING,
	"A drawing had to be made so small for the page that it can hardly be read.",
	"Take a larger `--page`, or several, by `--sheets`, or draw a part, by `--depth`, `--focus` or "
	"`--until`.", NULL)
CODE(FORMAT_LIMIT, "format-limit", WARNING,
	"A drawing is larger than what programs that read this format take, as they are usually "
	"set up.",
	"Draw a part, by `--depth`, `--focus` or `--until`, or set the program up for more.", NULL)

/* Frameworks. */
CODE(AF_SYNTAX, "af-syntax", ERROR,
	"A file of an argumentation framework is not written as its format demands, or an attack "
	"names an argument that is not there.",
	"Correct the line. `counterpoint af --formats` lists the formats; `--format` says which one it is, "
	"where it is not recognised.", NULL)
CODE(NOT_DECIDED, "not-decided", ERROR,
	"A question about a framework was not answered: it took too long, or there is no solver.",
	"Give it more time with `--timeout`, or install PicoSAT (Debian: picosat). Grounded "
	"extensions need neither.", NULL)
CODE(NOT_DONE, "not-done", ERROR,
	"Nothing came of a line of a batch: it is too long, or to work on it took too long or ended "
	"in a crash.",
	"Raise `--longest` or `--timeout`, or look at the line on its own. A crash is a fault of "
	"Counterpoint: please report it.", NULL)
CODE(MORE_EXTENSIONS, "more-extensions", NOTE,
	"A framework has more extensions than were asked for.",
	"Nothing, or raise `--limit`.", NULL)
