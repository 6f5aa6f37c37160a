/**
 * The door to a WebAssembly module: a request goes in as JSON, an answer comes
 * out as JSON. See docs/widgets.md for what can be asked.
 *
 * @typedef {{url: string, integrity: string}} File
 * @typedef {{ask: (request: object) => any}} Door
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @type {Map<string, Promise<Door>>} */
const doors = new Map();

/**
 * Gives the door to a module, which is fetched once for all elements of the page.
 * It fails where the module cannot be loaded: blocked, or no network. To try again
 * is then possible.
 *
 * @param {File} file
 * @returns {Promise<Door>}
 */
export function open(file) {
	let door = doors.get(file.url);
	if (!door) {
		door = load(file);
		doors.set(file.url, door);
		door.catch(() => doors.delete(file.url));
	}
	return door;
}

/**
 * Fetches what is there.
 *
 * @param {string} url
 * @param {RequestInit} [options]
 */
export async function get(url, options) {
	const response = await fetch(url, options);
	if (!response.ok) throw Error(`${response.status} for ${url}`);
	return response;
}

/** @param {File} file */
async function load({ url, integrity }) {
	const response = await get(url, { integrity });
	// Not instantiateStreaming: a server that calls the file something else than application/wasm is none the worse.
	const module = await WebAssembly.compile(await response.arrayBuffer());
	let exports = await start(module);
	return {
		ask(request) {
			try {
				return ask(exports, request);
			} catch (error) {
				exports = null; // an instance that has failed is of no more use
				start(module).then((again) => (exports = again));
				throw error;
			}
		},
	};
}

async function start(module) {
	const { exports } = await WebAssembly.instantiate(module, {});
	exports._initialize();
	return exports;
}

function ask(exports, request) {
	const bytes = encoder.encode(JSON.stringify(request));
	const at = exports.alloc(bytes.length);
	new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
	const where = exports.handle(bytes.length);
	// A module has less memory than 2 GiB, so that this is no negative number.
	return JSON.parse(decoder.decode(new Uint8Array(exports.memory.buffer, Number(where >> 32n), Number(where & 0xffffffffn))));
}
