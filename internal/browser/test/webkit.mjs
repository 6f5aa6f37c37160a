// WebKit, as GTK has it: Debian's WebKitWebDriver on a display of its own, driven by
// selenium. What there is of it is of the same kind as Safari's.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Builder, Capabilities } = require("selenium-webdriver");

const browsers = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib"].flatMap((lib) => [`${lib}/webkit2gtk-4.1/MiniBrowser`, `${lib}/webkit2gtk-4.0/MiniBrowser`]);

/** Gives a port that is free. */
async function free() {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address();
	await new Promise((done) => server.close(done));
	return port;
}

function run(command, args, env) {
	return spawn(command, args, { stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, ...env } });
}

async function end(child) {
	if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
	const ended = once(child, "exit");
	child.kill("SIGTERM");
	await ended;
}

/** Starts WebKit. Stop it when the test is over. */
export async function webkit() {
	const binary = process.env.MINIBROWSER ?? browsers.find(existsSync);
	if (!binary) throw new Error("WebKit is missing; on Debian, as root: apt-get install webkit2gtk-driver xvfb");
	const screen = run("Xvfb", ["-displayfd", "1", "-screen", "0", "1200x900x24", "-nolisten", "tcp"]);
	const failed = once(screen, "exit").then(() => assert.fail("Xvfb has ended")); // or cannot be started
	const display = ":" + String(await Promise.race([once(screen.stdout, "data"), failed])).trim();
	failed.catch(() => {}); // as it does when it is told to
	const port = await free();
	const driver = run("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
		DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1",
	});
	const stop = async () => {
		await end(driver);
		await end(screen);
	};
	try {
		for (let tries = 100; ; tries--) {
			const ready = await fetch(`http://127.0.0.1:${port}/status`).then(() => true, () => false);
			if (ready) break;
			if (!tries) throw new Error("WebKitWebDriver does not answer");
			await new Promise((done) => setTimeout(done, 100));
		}
		const asked = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } });
		const tab = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(asked).build();
		await tab.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
		return { tab, stop: () => tab.quit().catch(() => {}).then(stop) };
	} catch (error) {
		await stop();
		throw error;
	}
}

let axe;

/** Gives what axe-core finds wrong with the page as it is now, as faults of browsers.mjs does. */
export async function faults(tab) {
	axe ??= await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
	await tab.executeScript(axe);
	return tab.executeAsyncScript(async (done) => {
		const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
		const { violations } = await globalThis.axe.run("html", { runOnly: { type: "tag", values: tags } });
		done(violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.html.slice(0, 200)).join(" | ")}`));
	});
}
