// A small web server for the tests: pages and files by path, each with the headers
// that a strict site sends, and a list of what was asked for.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the tree. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What a page of a strict site may do, as docs/widgets.md has it. */
export const strict = [
	"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'", "form-action 'self'",
	"base-uri 'none'", "require-trusted-types-for 'script'", "trusted-types lagrum",
].join("; ");

const types = {
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml",
};

/**
 * Serves files and pages until stop is called.
 *
 * @param {object} options
 * @param {Record<string, string>} [options.folders] folders by the path that they are under: {"/dist/": "wasm/dist"}
 * @param {Record<string, string | {type?: string, body?: string, status?: number, headers?: Record<string, string>} | ((request: import("node:http").IncomingMessage) => any)>} [options.pages] by path
 * @param {string} [options.policy] the Content-Security-Policy of pages; strict unless told
 */
export async function site({ folders = {}, pages = {}, policy = strict } = {}) {
	/** @type {{method: string, path: string, body: string}[]} */
	const asked = [];
	const server = createServer(async (request, response) => {
		const path = new URL(request.url, "http://local").pathname;
		let body = "";
		for await (const chunk of request) body += chunk;
		asked.push({ method: request.method, path, body });
		let page = pages[path];
		if (typeof page === "function") page = await page(request, body);
		if (typeof page === "string") page = { body: page };
		if (page) {
			response.writeHead(page.status ?? 200, {
				"Content-Type": page.type ?? types[".html"], "Content-Security-Policy": policy, ...page.headers,
			});
			response.end(page.body ?? "");
			return;
		}
		const under = Object.keys(folders).find((folder) => path.startsWith(folder));
		try {
			const content = await readFile(join(root, folders[under], normalize("/" + path.slice(under.length))));
			response.writeHead(200, { "Content-Type": types[extname(path)] ?? "application/octet-stream", "X-Content-Type-Options": "nosniff" });
			response.end(content);
		} catch {
			response.writeHead(404).end();
		}
	});
	await new Promise((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address();
	return {
		url: `http://127.0.0.1:${port}`,
		asked,
		stop: () => new Promise((done) => {
			server.closeAllConnections();
			server.close(done);
		}),
	};
}

/** The file of wasm/dist with a name: dist("signup.wasm") gives "signup-0123456789abcdef.wasm". */
export async function dist(name) {
	const list = JSON.parse(await readFile(join(root, "wasm/dist/manifest.json"), "utf8"));
	const asset = list.find((a) => a.name === name);
	if (!asset) throw new Error(`wasm/dist has no ${name}; make elements builds it`);
	return asset.file;
}
