// What runs in a page to compare the answers of a module with those of Go.

/** Gives the requests whose answer is not Go's, and the answer. It knows nothing but its arguments. */
export async function answersOtherwise(url, pairs) {
	globalThis.instances ??= {};
	const door = (globalThis.instances[url] ??= await (async () => {
		const { instance } = await WebAssembly.instantiateStreaming(fetch(url), {});
		instance.exports._initialize();
		return instance.exports;
	})());
	const written = new TextEncoder(), read = new TextDecoder();
	const other = [];
	for (const [request, answer] of pairs) {
		const bytes = written.encode(request);
		const at = door.alloc(bytes.length);
		new Uint8Array(door.memory.buffer, at, bytes.length).set(bytes);
		const where = BigInt.asUintN(64, door.handle(bytes.length));
		const got = read.decode(new Uint8Array(door.memory.buffer, Number(where >> 32n), Number(where & 0xffffffffn)));
		if (got !== answer && other.length < 3) other.push({ request: request.slice(0, 500), answer: answer.slice(0, 500), got: got.slice(0, 500) });
	}
	return other;
}
