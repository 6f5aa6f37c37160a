// A small web server for the tests: pages and files by path, each with the headers
// that a strict site sends, and a list of what was asked for.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, resolve } from "node:path";
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
 * @param {Record<string, string>} [options.folders] folders by the path that they are under: {"/dist/": "wasm/dist/"}; of the tree, or elsewhere
 * @param {Record<string, string | {type?: string, body?: string, status?: number, headers?: Record<string, string>} | ((request: import("node:http").IncomingMessage) => any)>} [options.pages] by path
 * @param {string | (() => string)} [options.policy] the Content-Security-Policy of pages; strict unless told
 */
export async function site({ folders = {}, pages = {}, policy = strict } = {}) {
	/** @type {{method: string, path: string, body: string}[]} */
	const asked = [];
	const said = () => (typeof policy === "function" ? policy() : policy);
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
				"Content-Type": page.type ?? types[".html"], "Content-Security-Policy": said(), ...page.headers,
			});
			response.end(page.body ?? "");
			return;
		}
		if (path === "/favicon.ico") return response.writeHead(204).end(); // which browsers ask for of their own accord
		const under = Object.keys(folders).find((folder) => path.startsWith(folder));
		try {
			const file = path.endsWith("/") ? path + "index.html" : path;
			const content = await readFile(join(resolve(root, folders[under]), normalize("/" + file.slice(under.length))));
			const type = types[extname(file)] ?? "application/octet-stream";
			response.writeHead(200, { "Content-Type": type, "X-Content-Type-Options": "nosniff", ...(type === types[".html"] && { "Content-Security-Policy": said() }) });
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
