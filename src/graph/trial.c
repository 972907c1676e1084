#include "graph/trial.h"

/* What the arguments of a set attack, and are attacked by, each as a mask. */
struct masks {
	unsigned all;
	unsigned targets[1 << CP_MOST_TRIED],
		attackers[1 << CP_MOST_TRIED]; /* of a set */
};

static unsigned mask_of(cp_list list)
{
	unsigned mask = 0;
	for (size_t i = 0; i < list.len; i++)
		mask |= 1u << list.at[i];
	return mask;
}

/* A set has what it has without its last member, and what the last one has. */
static void make_masks(struct masks *masks, const cp_af *af)
{
	*masks = (struct masks){.all = (1u << af->len) - 1};
	for (uint32_t a = 0; a < af->len; a++) {
		unsigned targets = mask_of(cp_af_targets(af, a));
		unsigned attackers = mask_of(cp_af_attackers(af, a));
		for (unsigned set = 0; set < 1u << a; set++) {
			masks->targets[set | 1u << a] = masks->targets[set] | targets;
			masks->attackers[set | 1u << a] =
				masks->attackers[set] | attackers;
		}
	}
}

/* Is every argument that the set defends a member? */
static bool has_defended(const struct masks *masks, unsigned set)
{
	for (unsigned rest = masks->all & ~set; rest; rest &= rest - 1)
		if (!(masks->attackers[rest & -rest] & ~masks->targets[set]))
			return false;
	return true;
}

static bool is_kind(const struct masks *masks, unsigned set, cp_set_kind kind)
{
	unsigned targets = masks->targets[set];
	if (targets & set)
		return false;
	switch (kind) {
	case CP_CONFLICT_FREE:
		return true;
	case CP_STABLE_SET:
		return (targets | set) == masks->all;
	default:
		return !(masks->attackers[set] & ~targets)
			&& (kind == CP_ADMISSIBLE || has_defended(masks, set));
	}
}

static bool is_largest(const cp_trial *trial, size_t index)
{
	unsigned own = trial->reach[index];
	for (size_t i = 0; i < trial->len; i++)
		if (trial->reach[i] != own && !(own & ~trial->reach[i]))
			return false;
	return true;
}

static void keep_largest(cp_trial *trial)
{
	bool kept[1 << CP_MOST_TRIED];
	size_t len = 0;
	for (size_t i = 0; i < trial->len; i++)
		kept[i] = is_largest(trial, i);
	for (size_t i = 0; i < trial->len; i++)
		if (kept[i]) {
			trial->sets[len] = trial->sets[i];
			trial->reach[len++] = trial->reach[i];
		}
	trial->len = len;
}

void cp_trial_init(cp_trial *trial, const cp_af *af, cp_set_kind kind, cp_set_aim aim,
	const uint8_t *barred)
{
	struct masks masks;
	unsigned out = 0;
	trial->len = 0;
	make_masks(&masks, af);
	for (uint32_t a = 0; barred && a < af->len; a++)
		out |= (unsigned)barred[a] << a;
	for (unsigned set = 0; set <= masks.all; set++)
		if (!(set & out) && is_kind(&masks, set, kind)) {
			trial->sets[trial->len] = set;
			trial->reach[trial->len++] =
				aim == CP_LARGEST_RANGE ? set | masks.targets[set] : set;
		}
	if (aim != CP_ANY)
		keep_largest(trial);
}

void cp_trial_exclude(cp_trial *trial, unsigned reach, cp_set_aim aim)
{
	size_t len = 0;
	for (size_t i = 0; i < trial->len; i++) {
		unsigned own = trial->reach[i];
		if (aim == CP_ANY ? own == reach : !(own & ~reach))
			continue;
		trial->sets[len] = trial->sets[i];
		trial->reach[len++] = own;
	}
	trial->len = len;
}
