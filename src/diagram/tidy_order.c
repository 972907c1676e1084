/* Which way round the boxes that hang from one box stand.
 *
 * A tree by itself has no crossings, but a line to a box elsewhere crosses the branches that
 * stand between its ends. So siblings change places with their neighbours, with all that hangs
 * from them, as long as that takes such lines off more branches than it puts them over: the
 * greedy exchange of W. Barth, M. Jünger, P. Mutzel, Simple and efficient bilayer cross
 * counting, GD 2002, section 1, of subtrees instead of vertices. From the root down: on which
 * side the far end of a line lies is settled where the ways to its two ends part.
 *
 * What a line that runs over a subtree crosses is the boxes at the levels that it passes.
 * Boxes stand in the order of reading, so a subtree is a run of them, and those at one level
 * are found in a sorted list. Where nothing pulls, the order of reading stays. */
#include "diagram/tidy.h"

enum {
	SWEEPS = 12,          /* over the siblings, there and back */
	LEVELS = 4,           /* looked at, of those that a line passes */
	MOST_PULLS = 2000000, /* of all lines at all boxes; what is beyond it is left */
	MOST_LOOKS = 2000000, /* at what a line crosses: half a second */
};

#define FREE 0.01        /* what it costs to pass over nothing */
#define LEAST_GAIN 0.001 /* by which an exchange has to be better */

/* A line that is not of the tree. */
struct link {
	uint32_t end[2];
	int first_is; /* -1: at the left of the second; 1: at the right; 0: not known yet */
};

/* What it does at a box on the way from one of its ends to where the ways part. */
struct pull {
	uint32_t link;
	uint32_t sibling; /* from which the other end hangs; CP_NONE: it is elsewhere */
	uint32_t next;    /* of the same box, or CP_NONE */
	uint8_t end;
};

/* Siblings that stay together: the premises of a step, or one box. */
struct unit {
	uint32_t first, end; /* boxes with all that hangs from them: a run */
	uint32_t place;
};

struct sorter {
	cp_tidy *tidy;
	const cp_box *boxes;
	uint32_t count;
	uint32_t *end;                    /* of the run of boxes that hang from each */
	uint32_t *level;                  /* of each */
	uint32_t *at_level, *level_start; /* the boxes of each level */
	uint32_t *fork; /* the sibling, at the next box above with several, on the way */
	uint32_t *pulls_of; /* the first of each box */
	uint32_t *unit_of;
	bool *tied; /* to the sibling before it, by a step */
	bool *pulled;
	CP_ARRAY(struct link) links;
	CP_ARRAY(struct pull) pulls;
	CP_ARRAY(struct unit) units;         /* of the siblings at hand, as they were */
	uint32_t *now;                       /* the units, as they stand */
	uint32_t *first_below, *next_beside; /* the order */
	uint32_t looks;                      /* so far */
	uint64_t random;                     /* 0: from the order of reading */
};

/* ---- The tree ---- */

static uint32_t parent_of(const struct sorter *sorter, uint32_t box)
{
	return sorter->boxes[box].parent;
}

static bool hangs_below(const struct sorter *sorter, uint32_t box, uint32_t above)
{
	return above <= box && box < sorter->end[above];
}

/* Runs, levels, and the order of reading as the first order. */
static void walk(struct sorter *sorter)
{
	uint32_t *last_below = CP_NEW_ARRAY(sorter->tidy->arena, uint32_t, sorter->count);
	for (uint32_t i = 0; i < sorter->count; i++) {
		uint32_t parent = parent_of(sorter, i);
		sorter->first_below[i] = sorter->next_beside[i] = CP_NONE;
		sorter->pulls_of[i] = sorter->fork[i] = CP_NONE;
		sorter->end[i] = i + 1;
		if (parent == CP_NONE)
			continue;
		sorter->level[i] = sorter->level[parent] + 1;
		if (sorter->first_below[parent] == CP_NONE)
			sorter->first_below[parent] = i;
		else
			sorter->next_beside[last_below[parent]] = i;
		last_below[parent] = i;
	}
	for (uint32_t i = sorter->count; i-- > 0;) {
		uint32_t parent = parent_of(sorter, i);
		if (parent != CP_NONE && sorter->end[parent] < sorter->end[i])
			sorter->end[parent] = sorter->end[i];
	}
	for (uint32_t i = 0; i < sorter->count; i++) {
		uint32_t parent = parent_of(sorter, i);
		if (parent != CP_NONE)
			sorter->fork[i] =
				sorter->first_below[parent] == last_below[parent]
				? sorter->fork[parent]
				: i;
	}
}

static void list_levels(struct sorter *sorter)
{
	uint32_t *start = sorter->level_start;
	for (uint32_t i = 0; i < sorter->count; i++)
		start[sorter->level[i] + 2]++;
	for (uint32_t i = 2; i < sorter->count + 2; i++)
		start[i] += start[i - 1];
	for (uint32_t i = 0; i < sorter->count; i++)
		sorter->at_level[start[sorter->level[i] + 1]++] = i;
}

/* How many boxes of a level come before this one. */
static uint32_t count_before(const struct sorter *sorter, uint32_t level, uint32_t box)
{
	uint32_t from = sorter->level_start[level], to = sorter->level_start[level + 1];
	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		if (sorter->at_level[middle] < box)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

/* ---- Lines that are not of the tree ---- */

static void add_link(struct sorter *sorter, uint32_t from, uint32_t to, int first_is)
{
	if (from != to)
		*cp_push(sorter->tidy->arena, &sorter->links) =
			(struct link){{from, to}, first_is};
}

/* A step's own line, and those of premises that do not stand beside its seat. */
static void add_links_of(struct sorter *sorter, uint32_t first, uint32_t arrow)
{
	const cp_line *lines = sorter->tidy->drawing->lines.at;
	uint32_t seat = cp_tidy_box_at(sorter->tidy, lines[arrow].from);
	uint32_t target = cp_tidy_box_at(sorter->tidy, lines[arrow].to);
	if (parent_of(sorter, seat) != target)
		add_link(sorter, seat, target, 0);
	else if (lines[arrow].to >= sorter->count)
		/* It climbs at the right of the box above. */
		add_link(sorter, seat, target, -1);
	for (uint32_t i = first; i < arrow; i++) {
		uint32_t premise = lines[i].from;
		if (parent_of(sorter, premise) != parent_of(sorter, seat))
			add_link(sorter, premise, seat, 0);
		else if (i > first && sorter->end[lines[i - 1].from] == premise
			&& parent_of(sorter, lines[i - 1].from)
				== parent_of(sorter, premise))
			sorter->tied[premise] = true;
	}
}

static void find_links(struct sorter *sorter)
{
	const cp_drawing *drawing = sorter->tidy->drawing;
	for (uint32_t i = 0, first = 0; i < drawing->lines.len; i++)
		if (drawing->lines.at[i].arrow) {
			add_links_of(sorter, first, i);
			first = i + 1;
		}
}

/* Of the end of a link that is in the run of `box`, or is it. */
static void add_pull(struct sorter *sorter, uint32_t link, unsigned end, uint32_t box,
	uint32_t sibling)
{
	*cp_push(sorter->tidy->arena, &sorter->pulls) =
		(struct pull){link, sibling, sorter->pulls_of[box], (uint8_t)end};
	sorter->pulls_of[box] = (uint32_t)sorter->pulls.len - 1;
	if (parent_of(sorter, box) != CP_NONE)
		sorter->pulled[parent_of(sorter, box)] = true;
}

/* Tells the boxes on the way from an end of a link up to where the other one hangs as well
 * that they are pulled. Gives the last one, if the ways part there; else CP_NONE. */
static uint32_t climb(struct sorter *sorter, uint32_t index, unsigned end)
{
	const uint32_t *ends = sorter->links.at[index].end;
	uint32_t box = sorter->fork[ends[end]], other = ends[!end];
	while (box != CP_NONE && !hangs_below(sorter, other, box)) {
		uint32_t parent = parent_of(sorter, box);
		if (hangs_below(sorter, other, parent))
			return box;
		add_pull(sorter, index, end, box, CP_NONE);
		box = sorter->fork[parent];
	}
	return CP_NONE;
}

static void add_pulls(struct sorter *sorter)
{
	for (uint32_t i = 0; i < sorter->links.len; i++) {
		if (sorter->pulls.len > MOST_PULLS)
			return;
		uint32_t first = climb(sorter, i, 0);
		uint32_t second = climb(sorter, i, 1);
		if (first != CP_NONE)
			add_pull(sorter, i, 0, first, second);
		if (second != CP_NONE)
			add_pull(sorter, i, 1, second, first);
		struct link *link = &sorter->links.at[i];
		if (first == CP_NONE && second == CP_NONE && !link->first_is)
			link->first_is = link->end[0] < link->end[1] ? -1 : 1;
	}
}

/* ---- Exchange ---- */

/* About how many boxes of the unit a link passes; a little more than none, so that links get
 * shorter where they cross nothing. */
static double crossed(
	const struct sorter *sorter, const struct unit *unit, const struct link *link)
{
	uint32_t low = sorter->level[link->end[0]], high = sorter->level[link->end[1]];
	if (low > high) {
		uint32_t other = low;
		low = high + 1;
		high = other;
	}
	uint32_t levels = high - low + 1 < LEVELS ? high - low + 1 : LEVELS;
	uint32_t count = 0;
	for (uint32_t i = 0; i < levels; i++) {
		uint32_t level = levels == 1
			? low
			: low + (uint32_t)((uint64_t)(high - low) * i / (levels - 1));
		count += count_before(sorter, level, unit->end)
			- count_before(sorter, level, unit->first);
	}
	return (double)count / levels + FREE;
}

static const struct unit *unit_of(const struct sorter *sorter, uint32_t box)
{
	return &sorter->units.at[sorter->unit_of[box]];
}

/* Whether the other end of the link lies to the right of `unit`. */
static bool leads_right(
	const struct sorter *sorter, const struct pull *pull, const struct unit *unit)
{
	int first_is = sorter->links.at[pull->link].first_is;
	if (pull->sibling != CP_NONE)
		return unit_of(sorter, pull->sibling)->place > unit->place;
	if (first_is)
		return (first_is < 0) == (pull->end == 0);
	/* It leads up, to where all hang from. */
	return 2 * unit->place + 1 < sorter->units.len;
}

/* How many boxes less the links of `unit` pass if it changes places with `over`, beside it. */
static double gain(
	struct sorter *sorter, const struct unit *unit, const struct unit *over)
{
	double sum = 0;
	bool at_right = over->place > unit->place;
	for (uint32_t box = unit->first; box < unit->end; box = sorter->end[box])
		for (uint32_t i = sorter->pulls_of[box]; i != CP_NONE;
			i = sorter->pulls.at[i].next) {
			const struct pull *pull = &sorter->pulls.at[i];
			if (pull->sibling != CP_NONE
				&& unit_of(sorter, pull->sibling) == over)
				continue;
			sorter->looks++;
			double by = crossed(sorter, over, &sorter->links.at[pull->link]);
			sum += leads_right(sorter, pull, unit) == at_right ? by : -by;
		}
	return sum;
}

/* The units at `place` and to the right of it. */
static void exchange(struct sorter *sorter, uint32_t place)
{
	uint32_t left = sorter->now[place], right = sorter->now[place + 1];
	sorter->now[place] = right;
	sorter->now[place + 1] = left;
	sorter->units.at[right].place = place;
	sorter->units.at[left].place = place + 1;
}

static bool exchange_if_better(struct sorter *sorter, uint32_t place)
{
	const struct unit *left = &sorter->units.at[sorter->now[place]];
	const struct unit *right = &sorter->units.at[sorter->now[place + 1]];
	bool better = gain(sorter, left, right) + gain(sorter, right, left) > LEAST_GAIN;
	if (better)
		exchange(sorter, place);
	return better;
}

/* Knuth's numbers, the same on every machine. */
static uint32_t draw_number(struct sorter *sorter, uint32_t below)
{
	sorter->random = sorter->random * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((sorter->random >> 33) % below);
}

/* There and back, so that a unit can go all the way in one sweep. */
static void exchange_units(struct sorter *sorter)
{
	uint32_t pairs = (uint32_t)sorter->units.len - 1;
	bool better = true;
	for (unsigned sweep = 0; better && sweep < SWEEPS; sweep++) {
		better = false;
		for (uint32_t i = 0; i < pairs; i++)
			better |=
				exchange_if_better(sorter, sweep % 2 ? pairs - 1 - i : i);
	}
}

static void list_units(struct sorter *sorter, uint32_t parent)
{
	sorter->units.len = 0;
	for (uint32_t box = sorter->first_below[parent]; box != CP_NONE;
		box = sorter->next_beside[box]) {
		if (!sorter->tied[box] || sorter->units.len == 0) {
			uint32_t place = (uint32_t)sorter->units.len;
			sorter->now[place] = place;
			*cp_push(sorter->tidy->arena, &sorter->units) =
				(struct unit){box, 0, place};
		}
		sorter->unit_of[box] = (uint32_t)sorter->units.len - 1;
		sorter->units.at[sorter->units.len - 1].end = sorter->end[box];
	}
}

/* Where the ends of the links went, for what hangs further down. */
static void settle_sides(struct sorter *sorter, uint32_t parent)
{
	for (uint32_t box = sorter->first_below[parent]; box != CP_NONE;
		box = sorter->next_beside[box])
		for (uint32_t i = sorter->pulls_of[box]; i != CP_NONE;
			i = sorter->pulls.at[i].next) {
			const struct pull *pull = &sorter->pulls.at[i];
			struct link *link = &sorter->links.at[pull->link];
			bool right = leads_right(sorter, pull, unit_of(sorter, box));
			if (!link->first_is)
				link->first_is = right == (pull->end == 0) ? -1 : 1;
		}
}

static void set_order(struct sorter *sorter, uint32_t parent)
{
	uint32_t *link = &sorter->first_below[parent];
	for (size_t i = 0; i < sorter->units.len; i++) {
		const struct unit *unit = &sorter->units.at[sorter->now[i]];
		for (uint32_t box = unit->first; box < unit->end;
			box = sorter->end[box]) {
			*link = box;
			link = &sorter->next_beside[box];
		}
	}
	*link = CP_NONE;
}

/* Another start than the order of reading: every unit that is pulled goes anywhere, and the
 * others stay as they follow one another. */
static void scatter(struct sorter *sorter)
{
	uint32_t count = (uint32_t)sorter->units.len;
	for (uint32_t i = 0; i < count; i++) {
		struct unit *unit = &sorter->units.at[i];
		if (sorter->pulls_of[unit->first] == CP_NONE)
			continue;
		uint32_t from = unit->place, to = draw_number(sorter, count);
		for (; from < to; from++)
			exchange(sorter, from);
		for (; from > to; from--)
			exchange(sorter, from - 1);
	}
}

static void sort_below(struct sorter *sorter, uint32_t parent)
{
	list_units(sorter, parent);
	if (sorter->random)
		scatter(sorter);
	if (sorter->units.len > 1)
		exchange_units(sorter);
	settle_sides(sorter, parent);
	set_order(sorter, parent);
}

/* Depth first, without a stack: after the last sibling comes the one beside the box above. */
static void write_order(const struct sorter *sorter)
{
	uint32_t count = 0;
	for (uint32_t root = 0; root < sorter->count; root = sorter->end[root])
		for (uint32_t box = root; box != CP_NONE;) {
			sorter->tidy->order[count++] = box;
			uint32_t next = sorter->first_below[box];
			while (next == CP_NONE && box != root) {
				next = sorter->next_beside[box];
				box = parent_of(sorter, box);
			}
			box = next;
		}
}

size_t cp_tidy_sort(cp_tidy *tidy, uint32_t start)
{
	uint32_t count = (uint32_t)tidy->drawing->boxes.len;
	cp_arena *arena = tidy->arena;
	struct sorter sorter = {.tidy = tidy,
		.boxes = tidy->drawing->boxes.at,
		.count = count,
		.random = start};
	uint32_t **arrays[] = {&sorter.end, &sorter.level, &sorter.at_level, &sorter.fork,
		&sorter.pulls_of, &sorter.unit_of, &sorter.now, &sorter.first_below,
		&sorter.next_beside};
	for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
		*arrays[i] = CP_NEW_ARRAY(arena, uint32_t, count);
	sorter.level_start = CP_NEW_ARRAY(arena, uint32_t, count + 2);
	sorter.tied = CP_NEW_ARRAY(arena, bool, count);
	sorter.pulled = CP_NEW_ARRAY(arena, bool, count);
	walk(&sorter);
	list_levels(&sorter);
	find_links(&sorter);
	add_pulls(&sorter);
	for (uint32_t i = 0; i < count; i++)
		if (sorter.pulled[i])
			sort_below(&sorter, i);
	write_order(&sorter);
	return sorter.links.len;
}
