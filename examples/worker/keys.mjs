// Makes the keys for "wrangler dev", in .dev.vars, unless they are there. They are for
// trying out: README.md says how those of a real host are made and kept.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const file = process.argv[2] ?? ".dev.vars";
if (!existsSync(file)) {
	const dir = mkdtempSync(join(tmpdir(), "lagrum-"));
	const lagrum = (...args) =>
		execFileSync(process.env.GO ?? "go", ["run", "../../sdk/cmd/lagrum", ...args], { encoding: "utf8" }).trim();
	const pub = lagrum("ledger", "key", "consents.example/worker", join(dir, "log.key"));
	lagrum("receipt", "key", join(dir, "receipts.pem"));
	const vars = {
		KEY: randomBytes(32).toString("base64"),
		LOG_KEY: readFileSync(join(dir, "log.key"), "utf8").trim(),
		LOG_PUB: pub,
		RECEIPT_KEY: readFileSync(join(dir, "receipts.pem"), "utf8").trim(),
	};
	const quoted = Object.entries(vars).map(([name, value]) => `${name}="${value.replaceAll("\n", "\\n")}"\n`);
	writeFileSync(file, quoted.join(""), { mode: 0o600 });
	rmSync(dir, { recursive: true });
}
