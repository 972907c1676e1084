// The same as validate.c, with ajv: node validate.mjs AJV-FOLDER FILE [RUNS].
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

const [folder, file, runs = "3000"] = process.argv.slice(2);
const Ajv = createRequire(folder + "/")("ajv/dist/2020").default;
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const ajv = new Ajv({ strict: false });
ajv.addSchema(read("schemas/thread.schema.json"));
const validate = ajv.compile(read("schemas/annotation.schema.json"));
const document = read(file);
const times = [];
for (let i = -runs; i < +runs; i++) {
	const start = performance.now();
	if (!validate(document)) process.exit(1);
	if (i >= 0) times.push((performance.now() - start) * 1000);
}
times.sort((a, b) => a - b);
console.log(times[times.length >> 1].toFixed(2));
