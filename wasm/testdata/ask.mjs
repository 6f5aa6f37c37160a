// Puts requests to a module on Node, as a page would, and fails unless the answers
// are those of Go. Usage: node ask.mjs module.wasm requests.json, the latter a list of
// pairs of request and answer.
import { readFileSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const [, , file, list] = process.argv;
const code = readFileSync(file);
for (const [ending, read] of [[".br", brotliDecompressSync], [".gz", gunzipSync]]) {
	if (!read(readFileSync(file + ending)).equals(code)) {
		throw new Error(`${file}${ending} holds something else`);
	}
}
const { instance: { exports: door } } = await WebAssembly.instantiate(code, {});
door._initialize();
const written = new TextEncoder(), read = new TextDecoder();

function ask(request) {
	const bytes = written.encode(request);
	const at = door.alloc(bytes.length);
	new Uint8Array(door.memory.buffer, at, bytes.length).set(bytes);
	const where = BigInt.asUintN(64, door.handle(bytes.length));
	return read.decode(new Uint8Array(door.memory.buffer, Number(where >> 32n), Number(where & 0xffffffffn)));
}

const pairs = JSON.parse(readFileSync(list));
let other = 0;
for (const [request, answer] of pairs) {
	const got = ask(request);
	if (got !== answer && ++other < 4) {
		console.error(`answers otherwise:\n${request}\nGo:   ${answer}\nNode: ${got}`);
	}
}
console.log(`${pairs.length} requests on Node ${process.version}, ${other} answered otherwise than in Go`);
process.exit(other > 0 ? 1 : 0);
