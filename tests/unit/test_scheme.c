#include "unit.h"

#include "annotation/load.h"
#include "annotation/scheme.h"

static void a_scheme_is_found_by_id_or_name(void **state)
{
	(void)state;
	static const struct {
		const char *written, *id; /* "": none */
	} rows[] = {
		{"expert_opinion", "expert_opinion"},
		{"Expert Opinion", "expert_opinion"},
		{"expert-opinion", "expert_opinion"},
		{"Argument from Expert Opinion", "expert_opinion"},
		{"argument_from_analogy", "analogy"},
		{"best explanation", "abduction"},
		{"precedent", "precedent"},
		{"precedent slippery slope", "precedent_slippery_slope"},
		{"expert", ""},
		{"expert_opinions", ""},
		{"argument from ", ""},
		{"", ""},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		const cp_scheme *scheme = cp_scheme_find(cp_str_of(rows[i].written));
		expect_str(
			rows[i].written, cp_str_of(scheme ? scheme->id : ""), rows[i].id);
	}
}

static void schemes_stand_in_order_and_in_the_schema(void **state)
{
	(void)state;
	cp_str schema = cp_str_of(cp_annotation_schema);
	for (const cp_scheme *scheme = cp_schemes; scheme->id; scheme++) {
		char quoted_id[64];
		snprintf(quoted_id, sizeof quoted_id, "\"%s\"", scheme->id);
		expect(scheme->id, strstr(schema.at, quoted_id) != NULL);
		expect(scheme->id, !scheme[1].id || strcmp(scheme->id, scheme[1].id) < 0);
		expect(scheme->name, cp_scheme_find(cp_str_of(scheme->name)) == scheme);
	}
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_scheme_is_found_by_id_or_name),
	cmocka_unit_test(schemes_stand_in_order_and_in_the_schema),
};

GROUP(scheme);
