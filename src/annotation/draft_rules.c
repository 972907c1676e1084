#include "annotation/draft_rules.h"

const cp_draft_rule cp_draft_rules[] = {
	[CP_RULE_QUOTE_MARKED] = {"quote-marked", 'A', CP_DRAFT_QUOTATION,
		CP_DRAFT_BY_FORM, 0.95, NULL,
		"words in quotation marks that an earlier comment has"},
	[CP_RULE_QUOTE_LINES] = {"quote-lines", 'A', CP_DRAFT_QUOTATION, CP_DRAFT_BY_FORM,
		0.95, NULL,
		"lines with >, or set apart as quoted, that an earlier comment has"},
	[CP_RULE_QUOTE_SAID] = {"quote-said", 'A', CP_DRAFT_QUOTATION, CP_DRAFT_BY_FORM,
		0.9, NULL, "a paragraph after “… wrote:” that an earlier comment has"},
	[CP_RULE_QUOTE_PARAGRAPH] = {"quote-paragraph", 'A', CP_DRAFT_QUOTATION,
		CP_DRAFT_BY_FORM, 0.9, NULL,
		"a whole paragraph, unmarked, that an earlier comment has"},
	[CP_RULE_QUOTE_PAIR] = {"quote-pair", 'B', CP_DRAFT_QUOTATION, CP_DRAFT_BY_FORM,
		0.7, NULL, "two words in quotation marks that an earlier comment has"},
	[CP_RULE_QUOTE_ECHO] = {"quote-echo", 'B', CP_DRAFT_QUOTATION, CP_DRAFT_BY_FORM,
		0.6, NULL, "six words or more, unmarked, that an earlier comment has"},
	[CP_RULE_QUOTE_SOURCE] = {"quote-source", 'B', CP_DRAFT_QUOTATION,
		CP_DRAFT_BY_FORM, 0.7, NULL,
		"words in quotation marks given to somebody who is not in the thread"},
	[CP_RULE_AT_NAME] = {"at-name", 'A', CP_DRAFT_ADDRESS, CP_DRAFT_BY_FORM, 0.95,
		NULL, "a name after @"},
	[CP_RULE_VOCATIVE] = {"vocative", 'B', CP_DRAFT_ADDRESS, CP_DRAFT_BY_FORM, 0.8,
		NULL, "a name that opens a paragraph, before a dash, colon or ellipsis"},
	[CP_RULE_SPEAKER] = {"speaker", 'B', CP_DRAFT_ADDRESS, CP_DRAFT_BY_FORM, 0.7,
		NULL, "who wrote an unsigned comment, told by whom others address"},
	[CP_RULE_ANSWERS_QUOTATION] = {"answers-quotation", 'B', CP_DRAFT_DENIAL,
		CP_DRAFT_BY_FORM, 0.5, NULL,
		"a sentence with a negation just after a quoted paragraph is against it"},
	{"because", 'A', CP_DRAFT_PREMISE, CP_DRAFT_EITHER, 0.75,
		"because|!because of|for the reason that|given that|seeing that|in view of the fact that|"
		"in light of the fact that|due to the fact that|on the grounds that",
		"what follows is a reason for the rest of the sentence"},
	{"since", 'B', CP_DRAFT_PREMISE, CP_DRAFT_EITHER, 0.65,
		"since / it|since / they|since / he|since / she|since / we|since / you|since / "
		"i|since / there|since / this|since / that|since / the|since / no|since / "
		"most|as / it is|as / there is|as / there are",
		"“since” before a pronoun or article, as a reason"},
	{"example", 'B', CP_DRAFT_EVIDENCE, CP_DRAFT_START, 0.6,
		"for example|for instance|to illustrate|studies show|research shows|after "
		"all|the reason is|this is because|that is because|this is why i say",
		"the sentence is a reason for the one before"},
	{"therefore", 'A', CP_DRAFT_CONCLUSION, CP_DRAFT_START, 0.65,
		"therefore|thus|hence|consequently|accordingly|as a result|it follows that|"
		"that is why|that's why|this is why|for this reason|for these reasons|ergo|"
		"we may conclude that|this means that|which means that|this shows that|this "
		"proves that",
		"the sentence before is a reason for this one"},
	{"so", 'C', CP_DRAFT_CONCLUSION, CP_DRAFT_START, 0.3, "so|clearly|overall",
		"the sentence before is a reason for this one, weakly marked"},
	{"although", 'B', CP_DRAFT_CONCESSION, CP_DRAFT_EITHER, 0.5,
		"although|even though|despite the fact that|in spite of the fact that|while "
		"it is true that|notwithstanding that",
		"what follows is granted, and tells against the rest of the sentence"},
	{"admittedly", 'A', CP_DRAFT_GRANTED, CP_DRAFT_START, 0.75,
		"admittedly|granted|i concede|i grant|to be sure|it is true that|it's true "
		"that|you are right that|you're right that|i agree that|fair enough",
		"the sentence is granted"},
	{"contrary", 'A', CP_DRAFT_CONTRAST, CP_DRAFT_START, 0.6,
		"on the contrary|that is false|that's false|that is not true|that's not true|"
		"that is wrong|that's wrong|this is false|this is wrong|this is not true|"
		"this isn't true|that isn't true|not so|not true|that is nonsense|that's "
		"nonsense|that is a myth|that's a myth|nonsense|i disagree|i don't think so|"
		"i do not think so",
		"the sentence is against what is quoted or said before"},
	{"you-are-wrong", 'A', CP_DRAFT_DENIAL, CP_DRAFT_START, 0.6,
		"you are wrong|you're wrong|you are mistaken|you're mistaken|you have "
		"missed|you've missed|you ignore|you overlook|this ignores|that ignores|this "
		"overlooks|that overlooks|this assumes|that assumes|this misses",
		"the sentence is against what is quoted before or what it answers"},
	{"but", 'C', CP_DRAFT_CONTRAST, CP_DRAFT_START, 0.15,
		"but|however|nevertheless|nonetheless|yet|still|rather|instead|in contrast|"
		"by contrast|on the other hand|conversely|otherwise|the problem is",
		"the sentence is against the one before, weakly marked"},
	{"does-not-follow", 'A', CP_DRAFT_UNDERCUT, CP_DRAFT_EITHER, 0.6,
		"it does not follow|it doesn't follow|that does not mean|that doesn't mean|"
		"this does not mean|this doesn't mean|that does not show|that doesn't show|"
		"that does not prove|that doesn't prove|this does not prove|this doesn't "
		"prove|non sequitur|correlation is not|correlation does not|is beside the "
		"point|is irrelevant|one example does not|false analogy|false dichotomy|straw "
		"man|begs the question",
		"the sentence is against the step that the one before takes"},
	{"agrees", 'B', CP_DRAFT_ENDORSED, CP_DRAFT_START, 0.6,
		"exactly|indeed|quite right|well said|precisely|i agree|i fully agree|i "
		"completely agree|agreed",
		"what is quoted before is endorsed"},
	{"opinion", 'B', CP_DRAFT_CLAIM, CP_DRAFT_EITHER, 0.75,
		"i think|i believe|i firmly believe|i strongly believe|i would argue|i'd "
		"argue|i hold that|i maintain that|in my opinion|in my view|from my point of "
		"view|it seems to me|as far as i am concerned|as far as i'm concerned|my view "
		"is|my point is|i'm convinced|i am convinced|we believe|we believe firmly|we firmly believe",
		"the sentence is said to be an opinion"},
	{"should", 'B', CP_DRAFT_CLAIM, CP_DRAFT_INSIDE, 0.75,
		"should|shouldn't|ought to|must be|must not|has no right|have no right|needs "
		"to be|need to be|has to be|have to be",
		"the sentence says what ought to be"},
	{0},
};

int cp_draft_rule_find(cp_str id)
{
	for (int i = 0; cp_draft_rules[i].id; i++)
		if (cp_str_is(id, cp_draft_rules[i].id))
			return i;
	return -1;
}

void cp_draft_rules_write(cp_buf *out)
{
	for (const cp_draft_rule *rule = cp_draft_rules; rule->id; rule++) {
		cp_buf_printf(out, "%-18s %c  ", rule->id, rule->class);
		cp_buf_number(out, rule->confidence);
		cp_buf_printf(out, "\t%s\n", rule->help);
		if (rule->markers)
			cp_buf_printf(out, "\t\t%s\n", rule->markers);
	}
}
