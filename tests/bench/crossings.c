/* crossings FILE: of a drawing as JSON, how often its lines cross, as they are drawn, and as
 * straight from middle to middle, and the area in square points: "DRAWN STRAIGHT AREA". Lines
 * that begin or end at the same box or step are not counted against one another. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECES = 8 }; /* of each curve, as straight */

struct point {
	double x, y;
};

/* A line as points, and its bounds. */
struct path {
	struct point *points;
	size_t len;
	struct point low, high;
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

static void add_point(struct path *path, struct point p)
{
	path->points = realloc(path->points, (path->len + 1) * sizeof p);
	path->points[path->len++] = p;
	if (path->len == 1)
		path->low = path->high = p;
	path->low.x = p.x < path->low.x ? p.x : path->low.x;
	path->low.y = p.y < path->low.y ? p.y : path->low.y;
	path->high.x = p.x > path->high.x ? p.x : path->high.x;
	path->high.y = p.y > path->high.y ? p.y : path->high.y;
}

static struct point point_of(const json_t *pair)
{
	return (struct point){json_number_value(json_array_get(pair, 0)),
		json_number_value(json_array_get(pair, 1))};
}

/* At `t` of the curve with these four control points. */
static struct point on_curve(const struct point *p, double t)
{
	double a = (1 - t) * (1 - t) * (1 - t), b = 3 * t * (1 - t) * (1 - t);
	double c = 3 * t * t * (1 - t), d = t * t * t;
	return (struct point){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
		a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

static void follow(struct path *path, const json_t *line)
{
	const json_t *spline = json_object_get(line, "spline");
	add_point(path, point_of(json_array_get(spline, 0)));
	for (size_t i = 0; i + 3 < json_array_size(spline); i += 3) {
		struct point p[4];
		for (size_t k = 0; k < 4; k++)
			p[k] = point_of(json_array_get(spline, i + k));
		for (int n = 1; n <= PIECES; n++)
			add_point(path, on_curve(p, (double)n / PIECES));
	}
	add_point(path, point_of(json_object_get(line, "tip")));
}

static double side(struct point from, struct point to, struct point p)
{
	return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
}

static int cross(const struct point *a, const struct point *b)
{
	return side(a[0], a[1], b[0]) * side(a[0], a[1], b[1]) < 0
		&& side(b[0], b[1], a[0]) * side(b[0], b[1], a[1]) < 0;
}

static int shares_end(const struct path *a, const struct path *b)
{
	for (int i = 0; i < 2; i++)
		for (int j = 0; j < 2; j++)
			if (strcmp(a->end[i], b->end[j]) == 0)
				return 1;
	return 0;
}

static int are_apart(const struct path *a, const struct path *b)
{
	return a->high.x < b->low.x || b->high.x < a->low.x || a->high.y < b->low.y
		|| b->high.y < a->low.y;
}

static unsigned long count_between(const struct path *a, const struct path *b)
{
	unsigned long count = 0;
	if (are_apart(a, b) || shares_end(a, b))
		return 0;
	for (size_t i = 0; i + 1 < a->len; i++)
		for (size_t j = 0; j + 1 < b->len; j++)
			count += (unsigned long)cross(a->points + i, b->points + j);
	return count;
}

static unsigned long count_all(struct path *paths, size_t count)
{
	unsigned long crossings = 0;
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < i; j++)
			crossings += count_between(&paths[i], &paths[j]);
	return crossings;
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
	struct path *drawn = calloc(count + 1, sizeof *drawn);
	struct path *straight = calloc(count + 1, sizeof *straight);
	for (size_t i = 0; i < count; i++) {
		const json_t *line = json_array_get(lines, i);
		for (int e = 0; e < 2; e++) {
			const char *id = json_string_value(
				json_object_get(line, e ? "to" : "from"));
			drawn[i].end[e] = straight[i].end[e] = id;
			add_point(&straight[i], point_of(json_object_get(places, id)));
		}
		follow(&drawn[i], line);
	}
	printf("%lu %lu %.0f\n", count_all(drawn, count), count_all(straight, count),
		number(drawing, "width") * number(drawing, "height"));
	return 0;
}
