// Judges with ajv. The first line of standard input is a JSON Schema, each line
// after it an instance; each line of output is a verdict. The argument is the
// folder that has ajv among its packages.
"use strict";

const { createRequire } = require("node:module");
const path = require("node:path");
const Ajv = createRequire(path.join(process.argv[2], "package.json"))("ajv/dist/2020").default;

const [schema, ...instances] = require("node:fs").readFileSync(0, "utf8").split("\n");
// Strict, so that a keyword with a slip in it is an error. A type may stand in what
// is referred to, and there are no formats in ajv itself.
const ajv = new Ajv({ strictSchema: true, strictTypes: false, validateFormats: false });
const validate = ajv.compile(JSON.parse(schema));
process.stdout.write(instances.map((line) => validate(JSON.parse(line)) + "\n").join(""));
