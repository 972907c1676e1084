/* Makes the page one to explore: zoom, search, folding, and the comment beside its box.
 * Without it everything is there to be read. What comes from a comment is only ever put into
 * the page as text, or as a copy of what is there already. */
(() => {
"use strict";

const $ = id => document.getElementById(id);
const root = document.documentElement, figure = document.querySelector("figure");
const svg = figure.querySelector("svg"), panel = $("panel");
if (!svg) return;
const data = JSON.parse($("data").textContent);
const { claims, items } = data;

/* An element with properties and children; strings become text. */
const el = (name, properties, ...children) => {
	const element = Object.assign(document.createElement(name), properties);
	element.append(...children);
	return element;
};
const shape = (name, attributes, parent) => {
	const element = document.createElementNS("http://www.w3.org/2000/svg", name);
	for (const key in attributes) element.setAttribute(key, attributes[key]);
	return parent.appendChild(element);
};
const number = (element, name) => +element.getAttribute(name);

/* ---- The graph: nodes are boxes that are drawn, links are steps and grants ---- */

const nodes = new Map(); // by claim
const links = [...data.steps, ...data.grants].map((step, i) => ({
	...step,
	element: $(i < data.steps.length ? "step-" + i : "concession-" + (i - data.steps.length)),
})).filter(link => link.premises);
claims.forEach((claim, index) => {
	const element = $("claim-" + index), box = element?.querySelector(".box");
	if (box)
		nodes.set(index, { index, claim, element, up: [], down: [], folded: false, shown: true,
			x: number(box, "x"), y: number(box, "y"),
			width: number(box, "width"), height: number(box, "height") });
});
/* What a link bears on: a claim, or the premises of the step that it undercuts. */
const aims = link => link.kind == "undercuts" ? links[link.target].premises : [link.target];
links.forEach(link => {
	for (const index of link.premises) nodes.get(index)?.up.push(link);
	for (const index of aims(link)) nodes.get(index)?.down.push(link);
});
const above = node => node.up.flatMap(aims).map(i => nodes.get(i)).filter(Boolean);
const below = node => node.down.flatMap(link => link.premises).map(i => nodes.get(i)).filter(Boolean);

/* All that `next` leads to, with the start. */
function reach(starts, next) {
	const seen = new Set(starts);
	for (const node of seen) next(node).forEach(other => seen.add(other));
	return seen;
}

/* Where nothing is above, and where only a circle is. */
const roots = [];
{
	const seen = new Set();
	const visit = node => {
		if (seen.has(node)) return;
		roots.push(node);
		reach([node], below).forEach(other => seen.add(other));
	};
	nodes.forEach(node => above(node).length || visit(node));
	nodes.forEach(visit);
}

/* ---- Folding ---- */

const size = [number(svg, "width"), number(svg, "height")];
let shownSize = size;
const legend = $("legend");
const isHidden = part => part.parentNode.style.display == "none";
const paths = [...svg.querySelectorAll("[id^=step-] path, [id^=concession-] path")]
	.map(path => ({ path, d: path.getAttribute("d"), line: path.classList.contains("line") }));
const circles = [...svg.querySelectorAll("[id^=step-] circle, [id^=concession-] circle")]
	.map(circle => ({ circle, x: number(circle, "cx"), y: number(circle, "cy") }));

/* Wide strips in which nothing is shown any more become narrow: a function that moves what
 * is behind them. */
function squeeze(spans) {
	const GAP = 26, cuts = [];
	let end = 0, lost = 0;
	for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
		if (from - end > GAP) {
			cuts.push([end, from, lost, (from - end - GAP)]);
			lost += from - end - GAP;
		}
		end = Math.max(end, to);
	}
	return at => {
		let moved = at;
		for (const [from, to, before, less] of cuts) {
			if (at <= from) break;
			moved = at - before - less * Math.min(1, (at - from) / (to - from));
		}
		return moved;
	};
}

function place() {
	const whole = [...nodes.values()].every(node => node.shown);
	const spans = (from, length) => [...nodes.values()].filter(node => node.shown)
		.map(node => [node[from] - 14, node[from] + node[length] + 26]);
	const joints = axis => circles.filter(({ circle }) => !isHidden(circle))
		.map(joint => [joint[axis] - 14, joint[axis] + 14]);
	const legendBox = legend.getBBox();
	const fx = whole ? x => x : squeeze([[0, 24], ...spans("x", "width"), ...joints("x")]);
	const fy = whole ? y => y
		: squeeze([[0, 50], ...spans("y", "height"), ...joints("y"), [legendBox.y - 20, size[1]]]);
	for (const { element, shown, x, y, width, height } of nodes.values()) {
		if (!shown) continue;
		const middle = x + width / 2, level = y + height / 2;
		move(element, fx(middle) - middle, fy(level) - level);
	}
	for (const { circle, x, y } of circles)
		if (!isHidden(circle)) move(circle, fx(x) - x, fy(y) - y);
	for (const { path, d, line } of paths) {
		if (isHidden(path)) continue;
		if (line) {
			path.setAttribute("d", d.replace(/(-?[\d.]+) (-?[\d.]+)/g,
				(_, x, y) => fx(+x).toFixed(1) + " " + fy(+y).toFixed(1)));
			continue;
		}
		/* Arrow heads go with their tip, signs with their centre. */
		const points = d.match(/-?[\d.]+ -?[\d.]+/g), at = points[d.includes("L") ? 1 : 0];
		const [x, y] = at.split(" ").map(Number);
		move(path, fx(x) - x, fy(y) - y);
	}
	move(legend, 0, fy(legendBox.y) - legendBox.y);
	const right = Math.max(...[...nodes.values()].filter(node => node.shown)
		.map(node => fx(node.x + node.width)), legendBox.x + legendBox.width, 560);
	shownSize = whole ? size : [right + 24, fy(legendBox.y + legendBox.height) + 24];
	svg.setAttribute("viewBox", "0 0 " + shownSize.join(" "));
	zoom(scale);
}

function move(element, x, y) {
	if (x || y) element.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
	else element.removeAttribute("transform");
}

function draw() {
	const shown = reach(roots, node => node.folded ? [] : below(node));
	nodes.forEach(node => {
		node.shown = shown.has(node);
		node.element.style.display = node.shown ? "" : "none";
	});
	const isShown = index => !nodes.has(index) || nodes.get(index).shown;
	links.forEach(link => {
		if (link.element)
			link.element.style.display = [...link.premises, ...aims(link)].every(isShown)
				? "" : "none";
	});
	nodes.forEach(drawToggle);
	place();
}

const hiddenBelow = node => [...reach([node], below)].filter(other => !other.shown);

function count(hidden) {
	const of = side => hidden.filter(node => node.claim.side == side).length;
	return `+${hidden.length} (${of("pro")} for, ${of("contra")} against)`;
}

function drawToggle(node) {
	node.toggle?.remove();
	if (!node.shown || !below(node).length) return;
	const hidden = node.folded ? hiddenBelow(node) : [];
	const text = hidden.length ? count(hidden) : node.folded ? "+" : "−";
	const width = Math.max(24, text.length * 6.3 + 14);
	/* The counter stands below its box, the sign that folds at the corner: not on words. */
	const x = hidden.length ? node.x + (node.width - width) / 2 : node.x + node.width - width / 2;
	const y = node.y + node.height - (hidden.length ? 2 : 12);
	node.toggle = shape("g", { class: "toggle", "aria-hidden": "true" }, node.element);
	shape("rect", { x, y, width, height: 24, rx: 12 }, node.toggle);
	shape("text", { x: x + width / 2, y: y + 16.5 }, node.toggle).textContent = text;
	node.element.setAttribute("aria-expanded", !node.folded);
}

function fold(node, folded) {
	if (!below(node).length) return;
	node.folded = folded;
	draw();
	if (chosen == node) fillPanel(node);
}

function foldAll(folded) {
	nodes.forEach(node => {
		node.folded = folded && !roots.includes(node) && below(node).length > 0;
	});
	draw();
}

/* So that it is seen: nothing above it stays folded. */
function unfoldTo(node) {
	if (node.shown) return;
	reach([node], above).forEach(other => { if (other != node) other.folded = false; });
	draw();
}

/* ---- Zoom and pan ---- */

let scale = 1;

function zoom(wanted, x = figure.clientWidth / 2, y = figure.clientHeight / 2) {
	const old = svg.getBoundingClientRect(), frame = figure.getBoundingClientRect();
	const across = (frame.left + x - old.left) / (old.width || 1);
	const down = (frame.top + y - old.top) / (old.height || 1);
	scale = Math.min(4, Math.max(.05, wanted));
	svg.style.width = shownSize[0] * scale + "px";
	svg.style.height = shownSize[1] * scale + "px";
	figure.scrollLeft = across * shownSize[0] * scale - x;
	figure.scrollTop = down * shownSize[1] * scale - y;
}

const fitting = () => Math.min((figure.clientWidth - 2) / shownSize[0],
	(figure.clientHeight - 2) / shownSize[1]);

/* Shown in the middle of the figure; `only` if it is not in sight anyway. */
function centre(node, only) {
	const frame = figure.getBoundingClientRect();
	const box = node.element.querySelector(".box").getBoundingClientRect();
	if (only && box.left >= frame.left && box.right <= frame.right && box.top >= frame.top
		&& box.bottom <= frame.bottom)
		return;
	figure.scrollLeft += box.left + box.width / 2 - frame.left - frame.width / 2;
	figure.scrollTop += box.top + box.height / 2 - frame.top - frame.height / 2;
}

figure.addEventListener("wheel", event => {
	if (!event.ctrlKey) return;
	event.preventDefault();
	const frame = figure.getBoundingClientRect();
	zoom(scale * Math.exp(-event.deltaY / 300), event.clientX - frame.left, event.clientY - frame.top);
}, { passive: false });

let pinch = 0;
figure.addEventListener("touchmove", event => {
	if (event.touches.length != 2) return;
	event.preventDefault();
	const [a, b] = event.touches, frame = figure.getBoundingClientRect();
	const apart = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
	if (pinch)
		zoom(scale * apart / pinch, (a.clientX + b.clientX) / 2 - frame.left,
			(a.clientY + b.clientY) / 2 - frame.top);
	pinch = apart;
}, { passive: false });
figure.addEventListener("touchend", () => { pinch = 0; });

let drag = null, dragged = false;
figure.addEventListener("pointerdown", event => {
	dragged = false;
	if (event.pointerType == "mouse" && event.button == 0)
		drag = { x: event.clientX, y: event.clientY, left: figure.scrollLeft, top: figure.scrollTop };
});
addEventListener("pointermove", event => {
	if (!drag) return;
	const x = event.clientX - drag.x, y = event.clientY - drag.y;
	if (!dragged && Math.hypot(x, y) < 5) return;
	dragged = true;
	figure.classList.add("dragging");
	figure.scrollLeft = drag.left - x;
	figure.scrollTop = drag.top - y;
});
addEventListener("pointerup", () => {
	drag = null;
	figure.classList.remove("dragging");
});

/* ---- From node to node ---- */

let current = null; // the one that Tab leads to

function focus(node) {
	if (!node) return;
	unfoldTo(node);
	current?.element.setAttribute("tabindex", -1);
	current = node;
	node.element.setAttribute("tabindex", 0);
	node.element.focus({ preventScroll: true });
	centre(node, true);
}

const inOrder = list => [...new Set(list)].filter(node => node.shown).sort((a, b) => a.x - b.x);

function beside(node, way) {
	const parent = above(node).find(other => other.shown);
	const row = inOrder(parent ? below(parent) : roots);
	return row[row.indexOf(node) + way];
}

const nodeKeys = {
	ArrowUp: node => focus(above(node)[0]),
	ArrowDown: node => {
		if (node.folded) fold(node, false);
		focus(inOrder(below(node))[0]);
	},
	ArrowLeft: node => focus(beside(node, -1)),
	ArrowRight: node => focus(beside(node, 1)),
	Home: () => focus(roots[0]),
	Enter: node => open(node, true),
	" ": node => open(node, true),
	f: node => fold(node, !node.folded),
};
const mapKeys = {
	"+": () => zoom(scale * 1.25), "=": () => zoom(scale * 1.25), "-": () => zoom(scale / 1.25),
	0: () => zoom(fitting()), Escape: () => close(),
};
const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

figure.addEventListener("keydown", event => {
	if (event.ctrlKey || event.altKey || event.metaKey) return;
	const node = nodeOf(event.target), way = ways[event.key];
	if (event.shiftKey && way) figure.scrollBy(way[0] * 80, way[1] * 80);
	else if (node && nodeKeys[event.key]) nodeKeys[event.key](node);
	else if (mapKeys[event.key]) mapKeys[event.key]();
	else return;
	event.preventDefault();
});
addEventListener("keydown", event => {
	if (event.key == "/" && !event.ctrlKey && !event.altKey && !event.metaKey
		&& (event.target == document.body || figure.contains(event.target))) {
		event.preventDefault();
		$("find").focus();
	}
});

function nodeOf(target) {
	const element = target.closest?.(".node");
	return element ? nodes.get(+element.id.slice("claim-".length)) : undefined;
}

/* ---- The way to the motion, and what hangs below ---- */

function light(node) {
	svg.querySelectorAll(".on").forEach(element => element.classList.remove("on"));
	svg.classList.toggle("lit", !!node);
	if (!node) return;
	const up = reach([node], above), down = reach([node], below);
	for (const other of new Set([...up, ...down])) other.element.classList.add("on");
	/* What is linked with a premise stays with it: only together are they a reason. */
	for (const other of up)
		for (const link of other.up) {
			link.element?.classList.add("on");
			for (const index of link.premises) nodes.get(index)?.element.classList.add("on");
		}
	for (const other of down) for (const link of other.down) link.element?.classList.add("on");
}
const lit = () => light(nodeOf(document.activeElement) ?? chosen);

/* ---- The panel ---- */

let chosen = null;
const kinds = { claim: "Claim", rebuttal: "Rebuttal", quotation: "Quotation" };
const sides = { pro: "for the motion", contra: "against the motion", both: "on both sides",
	none: "on neither side" };
const verbs = { supports: ["Supports", "Is supported by"], rebuts: ["Rebuts", "Is rebutted by"],
	undercuts: ["Undercuts the step from", "Its step is undercut by"],
	concedes: ["Grants", "Is granted by"] };

const idOf = node => {
	const id = items[node.claim.items[0]]?.id;
	return id && !$(id) ? id : "claim-" + node.index;
};
const kindOf = ({ index, claim }) => index
	? `${kinds[items[claim.items[0]]?.kind] ?? "Claim"}, ${sides[claim.side]}` : "The motion";
const linkTo = index => el("a", { href: "#claim-" + index }, claims[index].text);
const joined = list => list.flatMap((part, i) => i ? [" together with ", part] : [part]);

function relation(link, own) {
	const others = link.premises.filter(index => index != own.index).map(linkTo);
	const line = el("li", { className: link.kind });
	if (!link.premises.includes(own.index)) {
		line.append(verbs[link.kind][1] + " ", ...joined(link.premises.map(linkTo)));
	} else if (link.kind == "undercuts") {
		const attacked = links[link.target];
		line.append(verbs.undercuts[0] + " ", ...joined(attacked.premises.map(linkTo)));
		if (attacked.kind != "undercuts") line.append(" to ", linkTo(attacked.target));
	} else {
		line.append(verbs[link.kind][0] + " ", linkTo(link.target));
		if (others.length) line.append(", together with ", ...joined(others));
	}
	if (link.scheme) line.append(` (${link.scheme.replaceAll("_", " ")})`);
	if (link.note) line.append(el("br"), el("small", {}, link.note));
	return line;
}

/* A copy of the comment, with the words of the item marked. */
function excerpt(index) {
	const item = items[index], article = $("comment-" + item.comment)?.cloneNode(true);
	if (!article) return el("blockquote", {}, item.words ?? "");
	article.querySelectorAll("[id]").forEach(element => element.removeAttribute("id"));
	article.removeAttribute("id");
	const places = [...article.querySelectorAll("mark")]
		.filter(mark => +mark.dataset.item == index);
	places.forEach(mark => mark.classList.add("chosen"));
	const frame = el("div", { className: "from", tabIndex: 0 }, article);
	frame.setAttribute("role", "group");
	frame.setAttribute("aria-label", "Comment " + data.comments[item.comment]);
	frame.places = places;
	return frame;
}

function quotation(item) {
	const { by, words, fidelity, comment } = item.original;
	const title = el("p", {}, "Original: ");
	title.append(comment === undefined ? by
		: el("a", { href: "#comment-" + comment }, `${by}, ${data.comments[comment]}`));
	return el("div", {}, el("div", { className: "beside" },
		el("div", {}, el("p", {}, "Quoted:"), el("blockquote", {}, item.words ?? "")),
		el("div", {}, title, el("blockquote", {}, words ?? "—"))),
	el("p", {}, fidelity));
}

function passage(index) {
	const item = items[index], part = el("div", {});
	const who = (item.original && item.kind == "quotation" ? item.original.by + ", quoted by " : "")
		+ (data.people[item.person] ?? "unstated");
	const heading = el("h4", {}, who);
	if (item.comment !== undefined)
		heading.append(" · ", $("item-" + index)
			? el("a", { href: "#item-" + index, title: "in the thread" }, data.comments[item.comment])
			: data.comments[item.comment]);
	if (item.how) heading.append(` (${item.how})`);
	part.append(heading);
	if (item.found || item.words) part.append(excerpt(index));
	if (item.original) part.append(quotation(item));
	if (item.note) part.append(el("p", {}, "Note: " + item.note));
	if (item.tags) part.append(el("p", {}, "Tags: " + item.tags.join(", ")));
	return part;
}

function fillPanel(node) {
	const { claim } = node;
	const relations = el("ul", {},
		...[...new Set([...node.up, ...node.down])].map(link => relation(link, node)));
	panel.replaceChildren(
		el("button", { className: "close", ariaLabel: "Close", onclick: close }, "×"),
		el("p", { className: "kind" }, kindOf(node)),
		el("h3", {}, claim.text || "(no motion)"));
	const standing = [...node.element.querySelectorAll(".status")].map(text => text.textContent);
	if (standing.length)
		panel.append(el("p", {}, `As the debate stands: ${standing.join(" ")}.`));
	if (below(node).length)
		panel.append(el("button", { className: "folding", onclick: () => {
			fold(node, !node.folded);
			panel.querySelector(".folding").focus();
		} }, node.folded ? "Unfold what hangs below" : "Fold what hangs below"));
	panel.append(el("h4", {}, "Relations"), relations.childElementCount ? relations
		: el("p", {}, "None."));
	claim.items.forEach(index => panel.append(passage(index)));
	panel.querySelectorAll(".from").forEach(frame => {
		const place = frame.places[0]?.getBoundingClientRect();
		if (place) frame.scrollTop += place.top - frame.getBoundingClientRect().top - 50;
	});
}

function open(node, enter, keepPlace) {
	if (!node) return;
	unfoldTo(node);
	chosen?.element.classList.remove("chosen");
	chosen = node;
	node.element.classList.add("chosen");
	panel.hidden = false;
	fillPanel(node);
	panel.scrollTop = 0;
	light(node);
	const hash = "#" + encodeURIComponent(idOf(node));
	if (!keepPlace && location.hash != hash) history.pushState(null, "", hash);
	current?.element.setAttribute("tabindex", -1);
	current = node;
	node.element.setAttribute("tabindex", 0);
	centre(node, true);
	if (enter) panel.focus({ preventScroll: true });
}

function close() {
	if (panel.hidden) return;
	const node = chosen;
	panel.hidden = true;
	chosen.element.classList.remove("chosen");
	chosen = null;
	history.replaceState(null, "", location.pathname + location.search);
	focus(node);
	lit();
}
panel.addEventListener("keydown", event => { if (event.key == "Escape") close(); });

/* The map on the screen, and the box in its middle. */
function show(node) {
	const top = figure.getBoundingClientRect().top;
	if (top < 0 || top > innerHeight / 3) $("stage").scrollIntoView();
	centre(node);
}

/* A link to a claim, from wherever, leads to its box. */
function lead(node, event) {
	event.preventDefault();
	open(node, true);
	show(node);
}
document.addEventListener("click", event => {
	const link = event.target.closest('a[href^="#claim-"]');
	const mark = event.target.closest("#thread mark");
	if (link) lead(nodes.get(+link.hash.slice("#claim-".length)), event);
	else if (mark && !event.target.closest("a") && getSelection().isCollapsed)
		lead(nodes.get(items[+mark.dataset.item].claim), event);
});

/* "#id" of an item, or "#claim-3". */
function follow() {
	let id;
	try {
		id = decodeURIComponent(location.hash.slice(1));
	} catch {
		return;
	}
	const item = items.find(one => one.id == id), claim = /^claim-(\d+)$/.exec(id);
	const node = claim && nodes.get(+claim[1]) || item && !$(id) && nodes.get(item.claim);
	if (!node) return;
	open(node, false, true);
	show(node);
}
addEventListener("hashchange", follow);

/* ---- Search and filters ---- */

const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
let hits = [], hit = -1;

nodes.forEach(node => {
	const said = node.claim.items.map(index => items[index]);
	node.people = new Set(said.map(item => item.person));
	node.words = folded([node.claim.text, ...said.flatMap(item =>
		[item.id, item.words, data.people[item.person], item.original?.by,
			...item.tags ?? []])].join("\n"));
});

function search() {
	const wanted = folded($("find").value.trim());
	hits.forEach(node => node.element.classList.remove("hit"));
	hits = wanted ? [...nodes.values()].filter(node => node.words.includes(wanted)) : [];
	hits.forEach(node => node.element.classList.add("hit"));
	hit = -1;
	$("hits").textContent = wanted && !hits.length ? "no hits" : "";
	step(1);
}

function step(way) {
	if (!hits.length) return;
	hit = (hit + way + hits.length) % hits.length;
	$("hits").textContent = `${hit + 1} of ${hits.length}`;
	open(hits[hit], false, true);
	centre(hits[hit]);
}

$("find").addEventListener("input", search);
$("find").addEventListener("keydown", event => {
	if (event.key == "Enter") step(event.shiftKey ? -1 : 1);
	if (event.key != "Escape") return;
	const node = hits[hit] ?? current;
	$("find").value = "";
	search();
	focus(node);
});

function filter() {
	const person = $("speaker").value, side = $("side").value;
	nodes.forEach(node => node.element.classList.toggle("off",
		person != "" && !node.people.has(+person)
		|| side != "" && ![side, "both"].includes(node.claim.side)));
}

/* ---- Print ---- */

let before = null; // what was folded

function print(printing) {
	if (printing == !!before) return;
	if (printing) {
		before = [[...nodes.values()].filter(node => node.folded), $("outline").open];
		nodes.forEach(node => { node.folded = false; });
		$("outline").open = true;
		light(null);
	} else {
		before[0].forEach(node => { node.folded = true; });
		$("outline").open = before[1];
		before = null;
		lit();
	}
	draw();
}
addEventListener("beforeprint", () => print(true));
addEventListener("afterprint", () => print(false));
matchMedia("print").addEventListener("change", event => print(event.matches));

/* ---- Begin ---- */

const isDark = () => root.dataset.theme
	? root.dataset.theme == "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
const nameTheme = () => { $("theme").textContent = isDark() ? "Light" : "Dark"; };
const buttons = {
	in: () => zoom(scale * 1.25), out: () => zoom(scale / 1.25), fit: () => zoom(fitting()),
	unfold: () => foldAll(false), fold: () => foldAll(true),
	previous: () => step(-1), next: () => step(1),
	theme: () => {
		root.dataset.theme = isDark() ? "light" : "dark";
		nameTheme();
	},
};
for (const id in buttons) $(id).addEventListener("click", buttons[id]);
data.people.forEach((name, index) => $("speaker").append(el("option", { value: index }, name)));
for (const id of ["speaker", "side"]) $(id).addEventListener("change", filter);

root.classList.add("live");
figure.removeAttribute("tabindex");
svg.setAttribute("role", "group");
svg.querySelectorAll("a").forEach(link => link.removeAttribute("href"));
links.forEach(link => link.element?.classList.add("step"));
nodes.forEach(node => {
	const { element, x, y, width, height } = node;
	element.classList.add("node");
	element.setAttribute("role", "button"); // its name is its title
	element.removeAttribute("aria-roledescription");
	element.setAttribute("tabindex", -1);
	shape("rect", { class: "ring", x: x - 4, y: y - 4, width: width + 8, height: height + 8, rx: 11 },
		element);
	element.addEventListener("click", event => {
		event.preventDefault();
		if (dragged) return;
		if (event.target.closest(".toggle")) fold(node, !node.folded);
		else open(node);
	});
	element.addEventListener("pointerenter", () => drag || light(node));
	element.addEventListener("pointerleave", lit);
	element.addEventListener("focus", lit);
	element.addEventListener("blur", lit);
});
$("tools").hidden = $("keys").hidden = false;
nameTheme();

/* So many boxes are too small to read at once: begin with the main points. */
const MOST = 40;
current = roots[0];
current.element.setAttribute("tabindex", 0);
foldAll(nodes.size > MOST);
const across = (figure.clientWidth - 2) / shownSize[0];
zoom(across < .6 ? .8 : Math.min(1, across));
centre(current);
figure.scrollTop = 0;
follow();
})();
