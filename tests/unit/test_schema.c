#include "unit.h"

#include "json/schema.h"

/* Checks `json` against `schema`, both with ' for "; the findings stay in `diags`. */
static void check(cp_diags *diags, const char *schema, const char *json)
{
	cp_arena arena = {0};
	cp_buf error = {0}, text = {0};
	cp_str texts[] = {cp_str_of(quoted(schema))};
	const cp_schema *compiled;
	if (!cp_schema_compile(&arena, texts, &compiled, 1, &error))
		fail_msg("%s", error.at);
	cp_buf_puts(&text, quoted(json));
	cp_document document;
	cp_document_init(&document, cp_diags_add_source(diags, "f.json", &text), diags);
	assert_non_null(document.root);
	bool valid = cp_schema_check(compiled, &document, diags);
	assert_int_equal(valid, diags->list.len == 0);
	cp_document_clear(&document);
	cp_arena_clear(&arena);
}

static void each_keyword_is_obeyed(void **state)
{
	(void)state;
	static const struct {
		const char *schema, *json, *codes;
	} rows[] = {
		{"{'items':true}", "[1]", ""},
		{"{'items':false}", "[1]", "schema"},
		{"{}", "{'a':[1]}", ""},
		{"{'type':'object'}", "{}", ""},
		{"{'type':'object'}", "[]", "wrong-type"},
		{"{'type':['array','object']}", "[]", ""},
		{"{'items':{'type':'string'}}", "['a','é']", ""},
		{"{'items':{'type':'string'}}", "['a',1,null]", "wrong-type wrong-type"},
		{"{'items':{'type':'integer'}}", "[1,2.0,-3]", ""},
		{"{'items':{'type':'integer'}}", "[1.5]", "wrong-type"},
		{"{'items':{'type':'number'}}", "[1,1.5]", ""},
		{"{'items':{'type':'number'}}", "['1',true]", "wrong-type wrong-type"},
		{"{'items':{'type':'boolean'}}", "[true,false]", ""},
		{"{'items':{'type':'boolean'}}", "[0,null]", "wrong-type wrong-type"},
		{"{'items':{'type':'null'}}", "[null]", ""},
		{"{'items':{'type':'null'}}", "[0]", "wrong-type"},
		{"{'minItems':1}", "[1]", ""},
		{"{'minItems':1}", "[]", "out-of-range"},
		{"{'items':{'minLength':1}}", "['a',7]", ""},
		{"{'items':{'minLength':1}}", "['']", "out-of-range"},
		{"{'items':{'minLength':2}}", "['é']", "out-of-range"},
		{"{'items':{'minLength':2}}", "['🙂é']", ""},
		{"{'items':{'minimum':0,'maximum':1}}", "[0,0.5,1,'x']", ""},
		{"{'items':{'minimum':0,'maximum':1}}", "[-0.1,1.01,2]",
			"out-of-range out-of-range out-of-range"},
		{"{'items':{'enum':['a',1,null,true]}}", "['a',1.0,null,true]", ""},
		{"{'items':{'enum':['a',1,null,true]}}", "['b',0,false,[]]",
			"bad-value bad-value bad-value bad-value"},
		{"{'items':{'const':1}}", "[1]", ""},
		{"{'items':{'const':1}}", "[true]", "bad-value"},
		{"{'required':['a','b']}", "{'a':1,'b':2}", ""},
		{"{'required':['a','b']}", "{}", "missing-property missing-property"},
		{"{'required':['a']}", "[]", ""},
		{"{'properties':{'a':{'type':'string'}}}", "{'a':'x','b':1}", ""},
		{"{'properties':{'a':{'type':'string'}}}", "{'a':1}", "wrong-type"},
		{"{'properties':{'a':true},'additionalProperties':false}",
			"{'a':1,'c':2}", "unknown-property"},
		{"{'additionalProperties':{'type':'string'}}", "{'a':'x','b':1}",
			"wrong-type"},
		{"{'patternProperties':{'^x-':true},'additionalProperties':false}",
			"{'x-a':1}", ""},
		{"{'patternProperties':{'^x-':true},'additionalProperties':false}",
			"{'y':1}", "unknown-property"},
		{"{'patternProperties':{'^x-':{'type':'string'}}}", "{'x-a':1}",
			"wrong-type"},
		{"{'allOf':[{'required':['a']},{'required':['b']}]}", "{'a':1}",
			"missing-property"},
		{"{'anyOf':[{'required':['a']},{'required':['b']}]}", "{'b':1}", ""},
		{"{'anyOf':[{'required':['a']},{'required':['b']}]}", "{}",
			"missing-property"},
		{"{'oneOf':[{'required':['a']},{'required':['b']}]}", "{'a':1}", ""},
		{"{'oneOf':[{'required':['a']},{'required':['b']}]}", "{'a':1,'b':1}",
			"schema"},
		{"{'items':{'oneOf':[{'type':'string'},{'minLength':2}]}}", "['ab']",
			"schema"},
		{"{'if':{'required':['a']},'then':{'required':['b']},'else':{'required':['c']}}",
			"{'a':1,'b':1}", ""},
		{"{'if':{'required':['a']},'then':{'required':['b']},'else':{'required':['c']}}",
			"{'a':1,'c':1}", "missing-property"},
		{"{'if':{'required':['a']},'then':{'required':['b']},'else':{'required':['c']}}",
			"{'b':1}", "missing-property"},
		{"{'if':{'required':['a']},'then':{'required':['b']}}", "{}", ""},
		{"{'$ref':'#/$defs/a','$defs':{'a':{'type':'array'}}}", "{}",
			"wrong-type"},
		{"{'$ref':'#/$defs/a','required':['z'],'$defs':{'a':true}}", "{}",
			"missing-property"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		check(&diags, rows[i].schema, rows[i].json);
		cp_buf row = {0};
		cp_buf_printf(&row, "%s of %s", rows[i].schema, rows[i].json);
		expect_codes(row.at, &diags, rows[i].codes);
		cp_buf_clear(&row);
		cp_diags_clear(&diags);
	}
}

static void schemas_may_refer_to_themselves(void **state)
{
	(void)state;
	static const char tree[] =
		"{'type':'object','properties':{'below':{'type':'array',"
		"'items':{'$ref':'#'}}},'additionalProperties':false}";
	cp_diags diags = {0};
	check(&diags, tree, "{'below':[{},{'below':[{'below':[]}]}]}");
	assert_int_equal(diags.list.len, 0);
	check(&diags, tree, "{'below':[{},{'below':[{'belwo':[]},3]}]}");
	expect_codes("tree", &diags, "unknown-property wrong-type");
	expect_str("place", diags.list.at[0].place.pointer, "/below/1/below/0/belwo");
	expect_str("hint", diags.list.at[0].hint, "did you mean \"below\"?");
	cp_diags_clear(&diags);
}

static void schemas_may_refer_to_others(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_buf error = {0};
	cp_str texts[] = {
		CP_LIT("{\"items\": {\"$ref\": \"urn:b#/$defs/x\"}}"),
		CP_LIT("{\"$id\": \"urn:b\", \"$defs\": {\"x\": {\"$ref\": \"#/$defs/y\"}, "
		       "\"y\": {\"type\": \"string\"}}}"),
	};
	const cp_schema *schemas[2];
	assert_true(cp_schema_compile(&arena, texts, schemas, 2, &error));
	assert_false(cp_schema_compile(&arena, texts, schemas, 1, &error));
	assert_non_null(strstr(error.at, "urn:b"));
	cp_buf_clear(&error);
	cp_arena_clear(&arena);
}

static void what_is_not_known_is_refused(void **state)
{
	(void)state;
	static const char *const schemas[] = {
		"{'minProperties':1}",
		"{'properties':{'a':{'pattern':'x'}}}",
		"{'type':'text'}",
		"{'$ref':'#/$defs/none'}",
		"{'enum':[[]]}",
		"{'const':{}}",
		"{'items':3}",
		"'string'",
		"{'patternProperties':{'x':true}}",
		"{'patternProperties':{'^a.*b':true}}",
		"{'allOf':[1]}",
		"{",
		"{'Type':'object'}",
	};
	for (size_t i = 0; i < COUNT(schemas); i++) {
		cp_arena arena = {0};
		cp_buf error = {0};
		cp_str text = cp_str_of(quoted(schemas[i]));
		const cp_schema *compiled;
		expect(schemas[i],
			!cp_schema_compile(&arena, &text, &compiled, 1, &error));
		expect(schemas[i], error.len > 0);
		cp_buf_clear(&error);
		cp_arena_clear(&arena);
	}
}

static void the_branch_of_the_type_is_meant(void **state)
{
	(void)state;
	static const char schema[] =
		"{'items':{'oneOf':[{'type':'string','minLength':1},"
		"{'type':'object','required':['to'],'properties':{'to':{'type':'string'}},"
		"'additionalProperties':false}]}}";
	static const struct {
		const char *json, *codes, *message;
	} rows[] = {
		{"['']", "out-of-range", "an element must not be empty"},
		{"[{}]", "missing-property", "an element lacks \"to\""},
		{"[{'to':1}]", "wrong-type", "\"to\" must be a text, not a whole number"},
		{"[7]", "wrong-type",
			"an element must be a text or an object { … }, not a whole number"},
		{"['x',{'to':'y'}]", "", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		check(&diags, schema, rows[i].json);
		expect_codes(rows[i].json, &diags, rows[i].codes);
		if (diags.list.len)
			expect_str(
				rows[i].json, diags.list.at[0].message, rows[i].message);
		cp_diags_clear(&diags);
	}
}

static void a_misspelt_property_is_reported_once(void **state)
{
	(void)state;
	static const char schema[] =
		"{'required':['quote','kind'],'properties':{'quote':true,"
		"'kind':{'enum':['claim','rebuttal']}},'additionalProperties':false}";
	static const struct {
		const char *json, *codes, *hint;
	} rows[] = {
		{"{'qoute':1,'kind':'claim'}", "unknown-property",
			"did you mean \"quote\"?"},
		{"{'quote':1,'kind':'clam'}", "bad-value", "did you mean \"claim\"?"},
		{"{'quote':1,'qoute':2,'kind':'claim'}", "unknown-property", ""},
		{"{'zzzzzz':1,'kind':'claim'}", "unknown-property missing-property", ""},
		{"{'quote':1,'kind':'xyzzyx'}", "bad-value", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		check(&diags, schema, rows[i].json);
		expect_codes(rows[i].json, &diags, rows[i].codes);
		expect_str(rows[i].json, diags.list.at[0].hint, rows[i].hint);
		cp_diags_clear(&diags);
	}
}

static void the_projects_schemas_compile(void **state)
{
	(void)state;
	cp_arena arena = {0};
	cp_buf error = {0};
	const cp_str full[] = {
		cp_str_of(cp_annotation_schema), cp_str_of(cp_thread_schema)};
	const cp_str rules[] = {
		cp_str_of(cp_annotation_schema_rules), cp_str_of(cp_thread_schema_rules)};
	const cp_schema *schemas[2];
	assert_true(cp_schema_compile(&arena, full, schemas, 2, &error));
	assert_true(cp_schema_compile(&arena, full + 1, schemas, 1, &error));
	assert_true(cp_schema_compile(&arena, rules, schemas, 2, &error));
	assert_true(cp_schema_compile(&arena, rules + 1, schemas, 1, &error));
	assert_true(rules[0].len < full[0].len);
	cp_buf_clear(&error);
	cp_arena_clear(&arena);
}

static void annotations_are_held_to_the_schema(void **state)
{
	(void)state;
	static const struct {
		const char *item, *codes;
	} rows[] = {
		{"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'m'}",
			""},
		{"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'m','x-mine':[]}",
			""},
		{"{'id':'a','kind':'claim','quote':'one','supports':'m'}",
			"missing-property"},
		{"{'id':'a','kind':'claim','comment':'c1','quote':'one','suports':'m'}",
			"unknown-property"},
		{"{'id':'a','kind':'rebuttal','comment':'c1','quote':'one','supports':'m'}",
			"missing-property"},
		{"{'id':'a','kind':'rebuttal','comment':'c1','quote':'one','rebuts':'m'}",
			""},
		{"{'id':'a','kind':'claim','implicit':true,'gist':'A','supports':'m'}",
			""},
		{"{'id':'a','kind':'claim','implicit':true,'supports':'m'}",
			"missing-property"},
		{"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':[]}",
			"out-of-range"},
		{"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':{'too':'m'}}",
			"unknown-property"},
		{"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':{'to':'m',"
		 "'strength':2}}",
			"out-of-range"},
		{"{'id':'a','kind':'quotation','comment':'c1','quote':'one','supports':'m'}",
			"missing-property"},
		{"{'id':'a','kind':'quotation','comment':'c1','quote':'one','supports':'m',"
		 "'of':{'comment':'op'},'attitude':'asserted'}",
			"bad-value"},
		{"{'id':'a','kind':'claim','comment':'c1','quote':'one','supports':'m',"
		 "'attitude':'endorsed'}",
			"bad-value"},
		{"{'id':'a','kind':'quotation','comment':'c1','quote':'one','supports':'m',"
		 "'of':{'comment':'op','source':'s'}}",
			"schema unknown-source"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct debate debate;
		debate_open_items(&debate, six_comments, rows[i].item);
		expect_codes(rows[i].item, &debate.diags, rows[i].codes);
		debate_close(&debate);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(each_keyword_is_obeyed),
	cmocka_unit_test(schemas_may_refer_to_themselves),
	cmocka_unit_test(schemas_may_refer_to_others),
	cmocka_unit_test(what_is_not_known_is_refused),
	cmocka_unit_test(the_branch_of_the_type_is_meant),
	cmocka_unit_test(a_misspelt_property_is_reported_once),
	cmocka_unit_test(the_projects_schemas_compile),
	cmocka_unit_test(annotations_are_held_to_the_schema),
};

GROUP(schema);
