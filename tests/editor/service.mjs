// tests/editor/service.mjs MODULES: what an editor's JSON service makes of our schemas: what it
// completes, what it says of each property, where it sees errors.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.argv[2] + "/"));
const { getLanguageService, TextDocument } = require("vscode-json-languageservice");

const read = (name) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, "utf8"));
const schemas = { annotation: read("annotation"), thread: read("thread") };

// As in an editor, a file is matched to a schema by its name, or names the schema itself.
const here = pathToFileURL(process.cwd()).href;
const service = getLanguageService({
	workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
	schemaRequestService: async (uri) => readFileSync(new URL(uri), "utf8"),
});
service.configure({
	validate: true,
	schemas: Object.keys(schemas).map((name) => ({
		uri: `${here}/schemas/${name}.schema.json`, fileMatch: [`*.${name}.json`],
	})),
});

let passed = 0, failed = 0;
function expect(name, holds, got) {
	if (holds) {
		passed++;
	} else {
		failed++;
		console.log(`FAIL editor: ${name}`);
		if (got !== undefined)
			console.log(`  got ${JSON.stringify(got)}`);
	}
}

// A text in which ¦ is the cursor, as a document of one of the two kinds.
function open(kind, text) {
	const at = text.indexOf("¦");
	const document = TextDocument.create(`${here}/samples/first/a.${kind}.json`, "json", 1,
		text.replace("¦", ""));
	return { document, json: service.parseJSONDocument(document),
		position: document.positionAt(Math.max(at, 0)) };
}

async function completions(kind, text) {
	const { document, json, position } = open(kind, text);
	return (await service.doComplete(document, position, json)).items;
}

async function expectCompletions(name, kind, text, wanted) {
	const labels = (await completions(kind, text)).map((item) => item.label);
	for (const label of wanted)
		expect(`${name} completes ${label}`, labels.includes(label), labels);
}

const whole = (items, more = "") =>
	`{ "counterpoint": 1, "thread": "t.json", "motion": { "id": "m", "text": "M" },${more}
	"annotations": [${items}] }`;

// ---- Completion ----

await expectCompletions("kind", "annotation", whole(`{ "id": "a", "kind": ¦ }`),
	['"claim"', '"rebuttal"', '"quotation"']);
await expectCompletions("the attitude of a claim", "annotation",
	whole(`{ "id": "a", "kind": "claim", "attitude": ¦ }`), ['"asserted"', '"hypothetical"']);
await expectCompletions("the attitude of a quotation", "annotation",
	whole(`{ "id": "a", "kind": "quotation", "attitude": ¦ }`), ['"endorsed"', '"unclear"']);
await expectCompletions("stance", "annotation", whole(`{ "id": "a", "stance": ¦ }`),
	['"pro"', '"contra"']);
await expectCompletions("scheme", "annotation", whole(`{ "id": "a", "scheme": ¦ }`),
	['"expert_opinion"', '"slippery_slope"']);
await expectCompletions("an item", "annotation", whole(`¦`),
	["claim", "rebuttal", "undercut", "quotation", "implicit"]);
await expectCompletions("a speaker", "annotation", whole("", `"speakers": [¦],`), ["speaker"]);
await expectCompletions("a source", "annotation", whole("", `"sources": [¦],`), ["source"]);
await expectCompletions("an empty file", "annotation", "¦", ["annotation"]);
await expectCompletions("properties of an item", "annotation", whole(`{ ¦ }`),
	Object.keys(schemas.annotation.$defs.item.properties));
await expectCompletions("properties of a target", "annotation",
	whole(`{ "id": "a", "supports": { ¦ } }`), ["to", "with", "scheme", "strength", "note"]);
await expectCompletions("properties of a comment", "thread",
	`{ "counterpoint": 1, "comments": [{ ¦ }] }`, ["id", "author", "time", "text", "reply_to"]);

// What a snippet puts in is JSON, and all that is missing in it is what is to be typed.
for (const item of await completions("annotation", whole(`¦`))) {
	if (item.kind !== 15)
		continue;
	const body = item.textEdit.newText.replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
		.replace(/\$\{\d+:([^}]*)\}/g, "$1").replace(/\$\d+/g, "x").replace(/\$0/g, "");
	const { document, json } = open("annotation", whole(body));
	const found = await service.doValidation(document, json);
	expect(`the snippet ${item.label} is a whole item`, found.length === 0,
		[body, found.map((f) => f.message)]);
}

// ---- Hover: every property of both schemas says what it is ----

// A value of each kind of property, from its own examples.
function example(schema) {
	const target = schema.$ref
		? schema.$ref.slice(1).split("/").slice(1).reduce((at, key) => at[key], root)
		: schema;
	return schema.examples?.[0] ?? target.examples?.[0];
}

let root;

async function expectHovers(kind, properties, text) {
	for (const [name, schema] of Object.entries(properties)) {
		const value = example(schema);
		expect(`${kind}: ${name} has an example`, value !== undefined);
		const { document, json, position } = open(kind,
			text(`"¦${name}": ${JSON.stringify(value)}`, name));
		const hover = await service.doHover(document, position, json);
		const said = JSON.stringify(hover?.contents ?? "");
		const meant = schema.description
			?? root.$defs[schema.$ref?.split("/").at(-1)]?.description ?? "?";
		// Markdown escapes some signs, and lines may be broken.
		const plain = (words) => words.replace(/\\+n|[^\p{L}\p{N}]/gu, "");
		expect(`${kind}: hovering over ${name} tells what it is`,
			plain(said).includes(plain(meant)), said);
	}
}

root = schemas.annotation;
const { speaker, source, address, item, target } = root.$defs;
const without = (object, name) =>
	Object.entries(object).filter(([key]) => key !== name)
		.map(([key, value]) => `, "${key}": ${JSON.stringify(value)}`).join("");
await expectHovers("annotation", root.properties, (property, name) => `{ ${property}${without(
	{ counterpoint: 1, thread: "t.json", motion: { id: "m", text: "M" }, annotations: [] },
	name)} }`);
await expectHovers("annotation", root.properties.motion.properties,
	(property) => `{ "motion": { ${property} } }`);
await expectHovers("annotation", speaker.properties, (property) =>
	whole("", `"speakers": [{ ${property} }],`));
await expectHovers("annotation", source.properties, (property) =>
	whole("", `"sources": [{ ${property} }],`));
await expectHovers("annotation", address.properties, (property) =>
	whole("", `"addresses": [{ ${property} }],`));
await expectHovers("annotation", item.properties, (property) => whole(`{ ${property} }`));
await expectHovers("annotation", item.properties.of.properties, (property) =>
	whole(`{ "of": { ${property} } }`));
await expectHovers("annotation", target.oneOf[1].properties, (property) =>
	whole(`{ "supports": { ${property} } }`));
root = schemas.thread;
await expectHovers("thread", root.properties, (property) => `{ ${property} }`);
const comment = root.$defs?.comment ?? root.properties.comments.items;
await expectHovers("thread", comment.properties, (property) =>
	`{ "comments": [{ ${property} }] }`);

// ---- Errors: where they are ----

async function expectErrors(name, kind, text, wanted) {
	const { document, json } = open(kind, text);
	const found = await service.doValidation(document, json);
	const places = found.map((f) => document.getText(f.range));
	expect(`${name}: errors are at ${wanted}`,
		JSON.stringify(places) === JSON.stringify(wanted),
		found.map((f) => [document.getText(f.range), f.message]));
}

await expectErrors("an unknown property", "annotation", whole(
	`{ "id": "a", "kind": "claim", "comment": "c1", "quote": "q", "suports": "m" }`),
	['"suports"']);
await expectErrors("a wrong kind", "annotation", whole(
	`{ "id": "a", "kind": "clam", "comment": "c1", "quote": "q" }`), ['"clam"']);
await expectErrors("a wrong stance", "annotation", whole(
	`{ "id": "a", "kind": "claim", "comment": "c1", "quote": "q", "stance": "con" }`), ['"con"']);
await expectErrors("a wrong type", "annotation", whole(
	`{ "id": "a", "kind": "claim", "comment": 1, "quote": "q" }`), ["1"]);
await expectErrors("a thread inline", "annotation", `{ "counterpoint": 1,
	"thread": { "counterpoint": 1, "comments": [{ "id": "op", "txt": "x" }] },
	"motion": { "id": "m", "text": "M" }, "annotations": [] }`, ['{', '"txt"']);
for (const [name, folder] of [["contactpoint", "samples/contactpoint"], ["first", "samples/first"]]) {
	for (const kind of ["annotation", "thread"])
		await expectErrors(name, kind, readFileSync(`${folder}/${kind}.json`, "utf8"), []);
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
