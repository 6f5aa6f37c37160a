// The package for npm as others get it, and the program, run where nothing else is.
import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { program } from "./demo.mjs";
import { root } from "./site.mjs";

const source = join(root, "wasm/elements");

/** Runs a program in a folder, and gives what it wrote to its standard output. */
export async function run(folder, command, ...args) {
	const { stdout } = await promisify(execFile)(command, args, { cwd: folder, maxBuffer: 1 << 24 });
	return stdout;
}

/**
 * Packs the package into a folder.
 *
 * @param {string} folder
 * @returns {Promise<{file: string, paths: string[], size: number}>}
 */
export async function pack(folder) {
	const [{ filename, files, size }] = JSON.parse(await run(source, "npm", "pack", "--json", "--loglevel=error", "--pack-destination", folder));
	return { file: join(folder, filename), paths: files.map(({ path }) => path), size };
}

/** Whether packing left something behind in the tree. */
export const left = async () => {
	const there = await Promise.all(["dist", "LICENSE"].map((name) => access(join(source, name)).then(() => name, () => "")));
	return there.filter(Boolean);
};

/** Makes an empty folder, which is gone after the test. */
export async function empty(t) {
	const folder = await mkdtemp(join(tmpdir(), "lagrum-empty-"));
	t.after(() => rm(folder, { recursive: true, force: true }));
	return folder;
}

/** Installs the package in a folder, as a new project would. */
export async function install(folder) {
	const { file } = await pack(folder);
	await writeFile(join(folder, "package.json"), `{"private": true, "type": "module"}\n`);
	await run(folder, "npm", "install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", file);
	return join(folder, "node_modules/@lagrum/widgets");
}

/** Writes the bundle of policies into a folder. */
export async function bundle(folder, ...args) {
	await mkdir(folder, { recursive: true });
	await run(folder, program, "bundle", "--out", ".", ...args);
}
