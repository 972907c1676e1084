#include "unit.h"

#include "json/schema_files.h"

/* A schema, with ' for ", compiled; NULL with findings. */
static const cp_schema *compile(cp_schemas *schemas, cp_diags *diags, const char *schema)
{
	cp_buf text = {0};
	cp_buf_puts(&text, quoted(schema));
	cp_source *source = cp_diags_add_source(diags, "s.json", &text);
	return cp_schemas_add_source(schemas, CP_LIT("file:s.json"), source, diags)
		? cp_schemas_compile(schemas, CP_LIT("file:s.json"), diags)
		: NULL;
}

/* Checks `json` against `schema`, both with ' for "; the findings stay in `diags`. */
static void check(cp_diags *diags, const char *schema, const char *json)
{
	cp_schemas *schemas = cp_schemas_new((cp_schema_options){.assert_format = true});
	const cp_schema *compiled = compile(schemas, diags, schema);
	cp_buf text = {0};
	if (!compiled)
		fail_msg("%s: %s", schema,
			diags->list.len ? diags->list.at[0].message.at : "");
	cp_buf_puts(&text, quoted(json));
	cp_document document;
	cp_document_init_any(
		&document, cp_diags_add_source(diags, "f.json", &text), diags);
	assert_non_null(document.root);
	bool valid = cp_schema_check(compiled, &document, diags);
	assert_int_equal(valid, diags->list.len == 0);
	assert_int_equal(valid, cp_schema_accepts(compiled, &document));
	cp_document_clear(&document);
	cp_schemas_free(schemas);
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

static void faults_are_told_in_words(void **state)
{
	(void)state;
	static const struct {
		const char *schema, *json, *codes, *pointer, *message;
	} rows[] = {
		{"{'maxLength':2}", "'abc'", "out-of-range", "",
			"the file must have at most 2 characters, not 3"},
		{"{'minItems':2}", "[1]", "out-of-range", "",
			"the file must have at least 2 elements, not 1"},
		{"{'maxItems':0}", "[1]", "out-of-range", "", "the file must be empty"},
		{"{'maxProperties':1}", "{'a':1,'b':2}", "out-of-range", "",
			"the file must have at most 1 member, not 2"},
		{"{'exclusiveMaximum':0.001}", "0.001", "out-of-range", "",
			"the file must be less than 0.001"},
		{"{'multipleOf':0.01}", "0.015", "out-of-range", "",
			"the file must be a multiple of 0.01"},
		{"{'items':{'pattern':'^a+$'}}", "['b']", "bad-value", "/0",
			"an element must fit the pattern \"^a+$\""},
		{"{'items':{'format':'date'}}", "['b']", "bad-value", "/0",
			"an element must be a date, as in 2010-08-10"},
		{"{'uniqueItems':true}", "[1,2,1.0]", "bad-value", "/2",
			"an element is there already, and each must be another"},
		{"{'contains':{'const':1}}", "[2]", "schema", "",
			"the file must have at least 1 element of a kind of which it has 0"},
		{"{'contains':{'const':1},'maxContains':1}", "[1,1]", "schema", "",
			"the file must have at most 1 element of a kind of which it has 2"},
		{"{'prefixItems':[true],'items':false}", "[1,2]", "schema", "/1",
			"an element must not be here"},
		{"{'propertyNames':{'pattern':'^[a-z]+$'}}", "{'A':1}",
			"unknown-property", "/A",
			"a property may not have the name \"A\": it must fit the pattern "
			"\"^[a-z]+$\""},
		{"{'dependentRequired':{'a':['b']}}", "{'a':1}", "missing-property", "",
			"the file lacks \"b\", which goes with \"a\""},
		{"{'dependentSchemas':{'a':{'required':['b']}}}", "{'a':1}",
			"missing-property", "", "the file lacks \"b\""},
		{"{'not':{'type':'null'}}", "null", "wrong-type", "",
			"the file must be a text, a number, true or false, an object { … } or an "
			"array [ … ], not null"},
		{"{'not':{'const':1}}", "1", "bad-value", "", "the file must not be 1"},
		{"{'not':{'required':['a']}}", "{'a':1}", "schema", "",
			"the file must not have \"a\""},
		{"{'not':{'properties':{'a':true}}}", "{}", "schema", "",
			"the file is of a kind that may not be here"},
		{"{'const':{'a':1}}", "{'a':2}", "bad-value", "",
			"the file is none of the values that may be here"},
		{"{'const':{'a':1}}", "2", "bad-value", "",
			"the file must be {\"a\":1}, not 2"},
		{"{'enum':[]}", "2", "schema", "", "the file must not be here"},
		{"{'enum':[1,2,3,4,5,6,7,8,9,10,11,12,13,14]}", "0", "bad-value", "",
			"the file must be 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 or one of 2 "
			"others, not 0"},
		{"{'properties':{'a':true},'unevaluatedProperties':false}", "{'b':1}",
			"unknown-property", "/b", "unknown property \"b\""},
		{"{'allOf':[{'properties':{'a':{'type':'null'}}}],"
		 "'unevaluatedProperties':false}",
			"{'a':1,'b':1}", "wrong-type unknown-property", "/a",
			"\"a\" must be null, not a whole number"},
		{"{'prefixItems':[true],'unevaluatedItems':{'type':'null'}}", "[1,2]",
			"wrong-type", "/1",
			"an element must be null, not a whole number"},
		{"{'allOf':[{'type':'null'},{'type':'null'}]}", "1", "wrong-type", "",
			"the file must be null, not a whole number"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		check(&diags, rows[i].schema, rows[i].json);
		expect_codes(rows[i].schema, &diags, rows[i].codes);
		expect_str(rows[i].schema, diags.list.at[0].message, rows[i].message);
		expect_str(
			rows[i].schema, diags.list.at[0].place.pointer, rows[i].pointer);
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
	cp_diags diags = {0};
	cp_schemas *schemas = cp_schemas_new((cp_schema_options){0});
	cp_schemas_add(schemas, CP_LIT(""),
		CP_LIT("{\"$id\": \"urn:a\", \"items\": {\"$ref\": \"urn:b#/$defs/x\"}}"));
	assert_null(cp_schemas_compile(schemas, CP_LIT("urn:a"), &diags));
	expect_str("urn:b", diags.list.at[0].message,
		"there is no schema at \"urn:b#/$defs/x\"");
	cp_schemas_free(schemas);
	schemas = cp_schemas_new((cp_schema_options){0});
	cp_schemas_add(schemas, CP_LIT(""),
		CP_LIT("{\"$id\": \"urn:a\", \"items\": {\"$ref\": \"urn:b#/$defs/x\"}}"));
	cp_schemas_add(schemas, CP_LIT(""),
		CP_LIT("{\"$id\": \"urn:b\", \"$defs\": {\"x\": {\"$ref\": \"#/$defs/y\"}, "
		       "\"y\": {\"type\": \"string\"}}}"));
	assert_non_null(cp_schemas_compile(schemas, CP_LIT("urn:a"), &diags));
	cp_schemas_free(schemas);
	cp_diags_clear(&diags);
}

static void faults_of_schemas_have_places(void **state)
{
	(void)state;
	static const struct {
		const char *schema, *codes, *pointer;
	} rows[] = {
		{"{'type':'text'}", "bad-value", "/type"},
		{"{'minItems':'1'}", "wrong-type", "/minItems"},
		{"{'minLength':-1}", "out-of-range", "/minLength"},
		{"{'multipleOf':0}", "out-of-range", "/multipleOf"},
		{"{'items':3}", "wrong-type", "/items"},
		{"'string'", "wrong-type", ""},
		{"{'allOf':[1]}", "wrong-type", "/allOf/0"},
		{"{'properties':{'a':{'required':'b'}}}", "wrong-type",
			"/properties/a/required"},
		{"{'$ref':'#/$defs/none'}", "bad-schema", "/$ref"},
		{"{'items':{'$ref':'other.json'}}", "bad-schema", "/items/$ref"},
		{"{'$dynamicRef':'#none'}", "bad-schema", "/$dynamicRef"},
		{"{'properties':{'a':{'pattern':'('}}}", "bad-schema",
			"/properties/a/pattern"},
		{"{'patternProperties':{'a**':true}}", "bad-schema",
			"/patternProperties/a**"},
		{"{'$ref':'#'}", "bad-schema", ""},
		{"{'items':{'allOf':[{'$ref':'#/items'}]}}", "bad-schema", "/items"},
		{"{'$schema':'http://json-schema.org/draft-04/schema#','type':'text'}",
			"older-draft bad-schema", "/$schema"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		cp_schemas *schemas = cp_schemas_new((cp_schema_options){0});
		expect(rows[i].schema, !compile(schemas, &diags, rows[i].schema));
		expect_codes(rows[i].schema, &diags, rows[i].codes);
		expect_str(
			rows[i].schema, diags.list.at[0].place.pointer, rows[i].pointer);
		cp_schemas_free(schemas);
		cp_diags_clear(&diags);
	}
}

static cp_source *find_metaschema(void *context, cp_str uri, cp_diags *diags)
{
	const char *const *texts = context;
	cp_buf text = {0};
	if (!cp_str_starts(uri, CP_LIT("urn:meta:")))
		return NULL;
	cp_buf_puts(&text, texts[uri.at[uri.len - 1] - '0']);
	return cp_diags_add_source(diags, "meta.json", &text);
}

static void metaschemas_choose_vocabularies(void **state)
{
	(void)state;
#define VOCABULARY "https://json-schema.org/draft/2020-12/vocab/"
	static const char *texts[] = {
		"{\"$id\":\"urn:meta:0\",\"$vocabulary\":{\"" VOCABULARY
		"core\":true,\"" VOCABULARY "applicator\":true}}",
		"{\"$id\":\"urn:meta:1\",\"$vocabulary\":{\"urn:none\":true}}",
		"{\"$id\":\"urn:meta:2\",\"$vocabulary\":{\"urn:none\":false,\"" VOCABULARY
		"validation\":true}}",
	};
	static const struct {
		const char *schema, *json, *codes;
	} rows[] = {
		{"{'$schema':'urn:meta:0','items':{'minimum':1},'maxItems':0}", "[0]",
			""},
		{"{'$schema':'urn:meta:0','items':false}", "[0]", "schema"},
		{"{'$schema':'urn:meta:1'}", NULL, "bad-schema"},
		{"{'$schema':'urn:meta:2','items':false,'maxItems':0}", "[0]",
			"out-of-range"},
		{"{'$schema':'urn:other','maxItems':0}", "[0]",
			"schema-not-found out-of-range"},
		{"{'$defs':{'a':{'$id':'urn:a'},'b':{'$id':'urn:a'}}}", NULL,
			"bad-schema"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		cp_schemas *schemas = cp_schemas_new((cp_schema_options){
			.find = find_metaschema, .context = (void *)texts});
		const cp_schema *schema = compile(schemas, &diags, rows[i].schema);
		expect(rows[i].schema, (schema != NULL) == (rows[i].json != NULL));
		if (schema) {
			cp_buf text = {0};
			cp_document document;
			cp_buf_puts(&text, quoted(rows[i].json));
			cp_document_init(&document,
				cp_diags_add_source(&diags, "f", &text), &diags);
			cp_schema_check(schema, &document, &diags);
			cp_document_clear(&document);
		}
		expect_codes(rows[i].schema, &diags, rows[i].codes);
		cp_schemas_free(schemas);
		cp_diags_clear(&diags);
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

static void the_branch_of_the_kind_is_meant(void **state)
{
	(void)state;
	static const char schema[] =
		"{'anyOf':[{'$ref':'#/$defs/bee'},{'allOf':[{'$ref':'#/$defs/bear'}]},"
		"{'type':'null'}],'$defs':{"
		"'bee':{'type':'object','properties':{'kind':{'const':'bee'},'stings':{'type':'boolean'}},"
		"'required':['kind','stings']},"
		"'bear':{'type':'object','properties':{'kind':{'enum':['brown','polar']},"
		"'weight':{'type':'number'}},'required':['kind','weight']}}}";
	static const struct {
		const char *schema, *json, *codes, *message;
	} rows[] = {
		{schema, "{'kind':'bee','stings':1}", "wrong-type",
			"\"stings\" must be true or false, not a whole number"},
		{schema, "{'kind':'polar'}", "missing-property",
			"the file lacks \"weight\""},
		{schema, "{'kind':'bea'}", "bad-value",
			"\"kind\" must be \"bee\", \"brown\" or \"polar\", not \"bea\""},
		{schema, "{'weight':1}", "missing-property", "the file lacks \"kind\""},
		{schema, "1", "wrong-type",
			"the file must be an object { … } or null, not a whole number"},
		/* without a kind, the nearest */
		{"{'oneOf':[{'required':['a','b','c']},{'required':['d','e'],"
		 "'properties':{'d':{'type':'null'}}}]}",
			"{'e':1}", "missing-property", "the file lacks \"d\""},
		{"{'anyOf':[{'const':'a'},{'enum':['b','c']}]}", "'d'", "bad-value",
			"the file must be \"a\", \"b\" or \"c\", not \"d\""},
		{"{'anyOf':[{'pattern':'^a'},{'maxLength':1}]}", "'bb'", "bad-value",
			"the file must fit the pattern \"^a\""},
		{"{'oneOf':[{'minimum':1},{'maximum':2}]}", "1.5", "schema",
			"the file may be read in more than one way"},
		{"{'oneOf':[false]}", "1", "schema", "the file must not be here"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		cp_diags diags = {0};
		check(&diags, rows[i].schema, rows[i].json);
		expect_codes(rows[i].json, &diags, rows[i].codes);
		expect_str(rows[i].json, diags.list.at[0].message, rows[i].message);
		cp_diags_clear(&diags);
	}
}

/* Many elements, each with a reference and `unevaluatedProperties`: ajv 8 refuses such, and
 * others take time that grows with the square of it. */
static void what_is_not_evaluated_is_found_in_linear_time(void **state)
{
	(void)state;
	static const char schema[] =
		"{'items':{'$ref':'#/$defs/base','properties':{'b':true},"
		"'unevaluatedProperties':false},"
		"'$defs':{'base':{'properties':{'a':{'$ref':'#'}}}}}";
	cp_buf json = {0};
	cp_buf_puts(&json, "[");
	for (int i = 0; i < 100000; i++)
		cp_buf_puts(&json, "{\"a\":[{\"a\":1,\"b\":2}],\"b\":3},");
	cp_buf_puts(&json, "{\"a\":[{\"a\":1,\"b\":2,\"c\":3}]}]");
	cp_diags diags = {0};
	cp_schemas *schemas = cp_schemas_new((cp_schema_options){0});
	const cp_schema *compiled = compile(schemas, &diags, schema);
	cp_document document;
	cp_document_init(&document, cp_diags_add_source(&diags, "f.json", &json), &diags);
	assert_false(cp_schema_check(compiled, &document, &diags));
	expect_codes("items", &diags, "unknown-property");
	expect_str("items", diags.list.at[0].place.pointer, "/100000/a/0/c");
	cp_document_clear(&document);
	cp_schemas_free(schemas);
	cp_diags_clear(&diags);
}

static void put_times(cp_buf *out, int times, char c)
{
	while (times-- > 0)
		cp_buf_putc(out, c);
}

static void documents_may_be_deep(void **state)
{
	(void)state;
	enum { DEEP = 2000 };
	static const char *const rows[] = {
		"{'items':{'$ref':'#'},'not':{'const':1}}",
		"{'anyOf':[{'type':'string'},{'items':{'$ref':'#'},'not':{'const':1}}]}",
		"{'oneOf':[{'items':{'$ref':'#'},'not':{'const':1}},{'minItems':3,'maximum':0}]}",
		"{'allOf':[{'$ref':'#/$defs/a'}],'not':{'const':1},"
		"'$defs':{'a':{'items':{'$ref':'#'},'unevaluatedItems':false}}}",
	};
	for (size_t i = 0; i < 2 * COUNT(rows); i++) {
		bool want = i % 2;
		cp_diags diags = {0};
		cp_buf json = {0};
		put_times(&json, DEEP, '[');
		put_times(&json, 1, want ? '2' : '1');
		put_times(&json, DEEP, ']');
		cp_schemas *schemas = cp_schemas_new((cp_schema_options){0});
		const cp_schema *compiled = compile(schemas, &diags, rows[i / 2]);
		cp_document document;
		cp_document_init(
			&document, cp_diags_add_source(&diags, "f.json", &json), &diags);
		expect(rows[i / 2], cp_schema_check(compiled, &document, &diags) == want);
		expect_codes(rows[i / 2], &diags, want ? "" : "bad-value");
		cp_document_clear(&document);
		cp_schemas_free(schemas);
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

static void our_schemas_are_right(void **state)
{
	(void)state;
	static const char *const texts[] = {cp_annotation_schema_rules,
		cp_thread_schema_rules, cp_annotation_schema, cp_thread_schema};
	for (size_t i = 0; i < COUNT(texts); i++) {
		cp_diags diags = {0};
		cp_schemas *schemas = cp_schemas_new((cp_schema_options){0});
		cp_buf text = {0};
		cp_schemas_add(
			schemas, CP_LIT(CP_THREAD_SCHEMA_URI), cp_str_of(texts[3]));
		cp_buf_puts(&text, texts[i]);
		cp_source *source = cp_diags_add_source(&diags, "ours", &text);
		assert_true(cp_schemas_add_source(
			schemas, CP_LIT("file:ours"), source, &diags));
		assert_non_null(cp_schemas_compile(schemas, CP_LIT("file:ours"), &diags));
		expect_codes("ours", &diags, "");
		cp_schemas_free(schemas);
		cp_diags_clear(&diags);
	}
	assert_true(strlen(texts[0]) < strlen(texts[2]));
}

static bool is_in_a_metaschema(const char *keyword)
{
	bool found = strcmp(keyword, "defaultSnippets") == 0;
	for (size_t i = 0; cp_metaschemas[i].uri && !found; i++) {
		json_t *schema = json_loads(cp_metaschemas[i].text, 0, NULL);
		found = json_object_get(json_object_get(schema, "properties"), keyword);
		json_decref(schema);
	}
	return found;
}

static void expect_known_keywords(const json_t *schema);

static void expect_known_inside(enum cp_inside inside, const json_t *value)
{
	const char *key;
	json_t *one;
	size_t i;
	if (inside == CP_INSIDE_ONE || (inside == CP_INSIDE_ONE_OR_LIST))
		expect_known_keywords(value);
	if (inside == CP_INSIDE_MAP)
		json_object_foreach((json_t *)value, key, one) expect_known_keywords(one);
	if (inside == CP_INSIDE_LIST)
		json_array_foreach(value, i, one) expect_known_keywords(one);
}

static void expect_known_keywords(const json_t *schema)
{
	const char *key;
	json_t *value;
	json_object_foreach((json_t *)schema, key, value)
	{
		expect(key, is_in_a_metaschema(key));
		expect_known_inside(cp_schema_inside(cp_str_of(key)), value);
	}
}

/* What is misspelt in a schema is a remark, says the standard. In ours it is a fault. */
static void our_schemas_have_no_unknown_keywords(void **state)
{
	(void)state;
	static const char *const texts[] = {cp_annotation_schema, cp_thread_schema};
	for (size_t i = 0; i < COUNT(texts); i++) {
		json_t *schema = json_loads(texts[i], 0, NULL);
		assert_non_null(schema);
		expect_known_keywords(schema);
		json_decref(schema);
	}
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
	cmocka_unit_test(faults_are_told_in_words),
	cmocka_unit_test(schemas_may_refer_to_themselves),
	cmocka_unit_test(schemas_may_refer_to_others),
	cmocka_unit_test(faults_of_schemas_have_places),
	cmocka_unit_test(metaschemas_choose_vocabularies),
	cmocka_unit_test(the_branch_of_the_type_is_meant),
	cmocka_unit_test(the_branch_of_the_kind_is_meant),
	cmocka_unit_test(what_is_not_evaluated_is_found_in_linear_time),
	cmocka_unit_test(documents_may_be_deep),
	cmocka_unit_test(a_misspelt_property_is_reported_once),
	cmocka_unit_test(our_schemas_are_right),
	cmocka_unit_test(our_schemas_have_no_unknown_keywords),
	cmocka_unit_test(annotations_are_held_to_the_schema),
};

GROUP(schema);
