// The demonstration itself, on a port of its own and with a database of its own.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./site.mjs";

/** The program: LAGRUM names it, else .build/lagrum. */
export const program = process.env.LAGRUM ?? join(root, ".build", "lagrum");

/** The policy of an example. */
export const example = (name) => join(root, "examples", name, "policy.yaml");

/**
 * Starts "lagrum serve --demo".
 *
 * @param {object} [options]
 * @param {string[]} [options.policies] files; those of the examples unless told
 * @param {string[]} [options.flags] more of the command line
 */
export async function demo({ policies = ["gateway", "hammarby", "lartorget", "skolstaden", "studieskolen"].map(example), flags = [] } = {}) {
	const folder = await mkdtemp(join(tmpdir(), "lagrum-demo-"));
	const child = spawn(program, ["serve", "--demo", join(folder, "demo.db"), "--addr", "127.0.0.1:0", ...flags, ...policies], { stdio: ["ignore", "pipe", "pipe"] });
	let said = "";
	const url = await new Promise((done, fail) => {
		const listen = (chunk) => {
			said += chunk;
			const address = said.match(/http:\/\/127\.0\.0\.1:\d+/);
			if (address) done(address[0]);
		};
		child.stdout.on("data", listen);
		child.stderr.on("data", listen);
		child.on("error", fail);
		child.on("exit", (code) => fail(new Error(`lagrum ended with ${code}: ${said}`)));
	});
	return {
		url,
		database: join(folder, "demo.db"),
		stop: async () => {
			const ended = new Promise((done) => child.once("exit", done));
			child.kill("SIGTERM");
			await ended;
			await rm(folder, { recursive: true, force: true });
		},
	};
}
