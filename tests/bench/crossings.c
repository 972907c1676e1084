/* crossings FILE: of a drawing as JSON, how many of its lines, taken as straight from middle to
 * middle, cross another one, and the area in square points: "CROSSINGS AREA". */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct segment {
	double x[2], y[2];
	const char *end[2];
};

static double number(const json_t *object, const char *key)
{
	return json_number_value(json_object_get(object, key));
}

/* The middle of the box or step `id`. */
static void middle(const json_t *drawing, const char *list, json_t *places)
{
	const json_t *all = json_object_get(drawing, list);
	for (size_t i = 0; i < json_array_size(all); i++) {
		const json_t *it = json_array_get(all, i);
		json_object_set_new(places, json_string_value(json_object_get(it, "id")),
			json_pack("[f, f]", number(it, "x") + number(it, "width") / 2,
				number(it, "y") + number(it, "height") / 2));
	}
}

static double side(const struct segment *s, double x, double y)
{
	return (s->x[1] - s->x[0]) * (y - s->y[0]) - (s->y[1] - s->y[0]) * (x - s->x[0]);
}

static int shares_end(const struct segment *a, const struct segment *b)
{
	for (int i = 0; i < 2; i++)
		for (int j = 0; j < 2; j++)
			if (strcmp(a->end[i], b->end[j]) == 0)
				return 1;
	return 0;
}

static int cross(const struct segment *a, const struct segment *b)
{
	return side(a, b->x[0], b->y[0]) * side(a, b->x[1], b->y[1]) < 0
		&& side(b, a->x[0], a->y[0]) * side(b, a->x[1], a->y[1]) < 0
		&& !shares_end(a, b);
}

int main(int argc, char **argv)
{
	json_t *drawing = argc == 2 ? json_load_file(argv[1], 0, NULL) : NULL;
	if (!drawing)
		return 2;
	json_t *places = json_object();
	middle(drawing, "boxes", places);
	middle(drawing, "steps", places);
	const json_t *lines = json_object_get(drawing, "lines");
	size_t count = json_array_size(lines);
	struct segment *segments = calloc(count + 1, sizeof *segments);
	for (size_t i = 0; i < count; i++)
		for (int e = 0; e < 2; e++) {
			const char *id = json_string_value(json_object_get(
				json_array_get(lines, i), e ? "to" : "from"));
			const json_t *place = json_object_get(places, id);
			segments[i].end[e] = id;
			segments[i].x[e] = json_number_value(json_array_get(place, 0));
			segments[i].y[e] = json_number_value(json_array_get(place, 1));
		}
	unsigned long crossings = 0;
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < i; j++)
			crossings += (unsigned long)cross(&segments[i], &segments[j]);
	printf("%lu %.0f\n", crossings,
		number(drawing, "width") * number(drawing, "height"));
	free(segments);
	json_decref(places);
	json_decref(drawing);
	return 0;
}
