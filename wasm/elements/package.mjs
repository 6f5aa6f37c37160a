// Puts what the package carries beside its sources into the folder dist, and the
// licence here: the files of ../dist under names that stay. "npm pack" runs it, and
// again to remove them; it stands in no package itself.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { extname } from "node:path";

const here = (name) => new URL(name, import.meta.url);

async function remove() {
	await rm(here("dist"), { recursive: true, force: true });
	await rm(here("LICENSE"), { force: true });
}

async function put() {
	const list = JSON.parse(await readFile(here("../dist/manifest.json"), "utf8"));
	await mkdir(here("dist"));
	for (const { name, file } of list) {
		if (extname(name) !== ".js") {
			await copyFile(here(`../dist/${file}`), here(`dist/${name}`));
			continue;
		}
		// A script names its modules; the digests that it checks them by are the same.
		let text = await readFile(here(`../dist/${file}`), "utf8");
		for (const other of list) text = text.replaceAll(other.file, other.name);
		await writeFile(here(`dist/${name}`), text);
	}
	await copyFile(here("../../LICENSE"), here("LICENSE"));
}

await remove();
if (process.argv[2] !== "remove") await put();
