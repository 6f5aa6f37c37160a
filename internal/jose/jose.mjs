// Signs and verifies with the npm package jose. Standard input is one object in
// JSON; see Question and Answer in library.go. The argument is the folder that has
// jose among its packages.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(path.join(path.resolve(process.argv[2]), "package.json"));
const jose = await import(pathToFileURL(require.resolve("jose")));

const { keys, files, signer, header, payloads } = JSON.parse(readFileSync(0, "utf8"));
const algorithms = { algorithms: ["EdDSA"] };
const known = jose.createLocalJWKSet({ keys });

const verify = async (file) => {
  try {
    if (!file.startsWith("{")) return (await jose.compactVerify(file, known, algorithms)).payload;
    const jws = JSON.parse(file);
    return (await (jws.signatures ? jose.generalVerify : jose.flattenedVerify)(jws, known, algorithms)).payload;
  } catch (e) {
    if (e instanceof jose.errors.JOSEError) return null;
    if (e instanceof SyntaxError || e instanceof TypeError) return null;
    throw e;
  }
};

const sign = async (payload, key) => {
  const bytes = Buffer.from(payload, "base64");
  return {
    flattened: JSON.stringify(await new jose.FlattenedSign(bytes).setProtectedHeader(header).sign(key)),
    general: JSON.stringify(await new jose.GeneralSign(bytes).addSignature(key).setProtectedHeader(header).sign()),
    compact: await new jose.CompactSign(bytes).setProtectedHeader(header).sign(key),
  };
};

const key = await jose.importJWK(signer, "EdDSA");
const answer = { ids: [], verdicts: [], signed: [] };
for (const k of keys) answer.ids.push(await jose.calculateJwkThumbprint(k));
for (const file of files) {
  const payload = await verify(file);
  answer.verdicts.push(payload && Buffer.from(payload).toString("base64"));
}
for (const payload of payloads) answer.signed.push(await sign(payload, key));
process.stdout.write(JSON.stringify(answer));
