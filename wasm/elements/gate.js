/**
 * The gate: what waits in the page for a yes, and what goes when there is none.
 *
 *	<script type="text/plain" data-lagrum="statistics" src="…"></script>
 *	<iframe data-lagrum="films" data-src="…"></iframe>
 *
 * Several consents, with spaces between, must all be given.
 */
import { pairs } from "./keep.js";
import { policy } from "./trust.js";

/** The consents that an element waits for. */
export const needs = (element) => element.dataset.lagrum.split(/\s+/).filter(Boolean);

/** @param {Set<string>} allowed */
export const may = (element, allowed) => needs(element).every((id) => allowed.has(id)) && needs(element).length > 0;

/** The consents whose scripts run in this page: they cannot be stopped any more. */
export const running = new Set();

/**
 * Runs the scripts that wait no longer, one after the other.
 *
 * @param {() => Set<string>} allowed what is allowed by then
 */
export async function release(allowed) {
	if (busy) return; // whoever is will find what has come since
	busy = true;
	for (let next; (next = [...document.querySelectorAll('script[type="text/plain"][data-lagrum]')].find((script) => may(script, allowed()))); ) {
		for (const id of needs(next)) running.add(id);
		await run(next);
	}
	busy = false;
}

let busy = false;

/** Puts a script that the browser runs in the place of one that it did not. */
function run(old) {
	const script = document.createElement("script");
	const src = old.dataset.src ?? old.getAttribute("src");
	for (const { name, value } of old.attributes) {
		if (!/^(type|src|nonce|data-(lagrum|src|type)|on.*)$/.test(name)) script.setAttribute(name, value);
	}
	if (old.dataset.type) script.type = old.dataset.type;
	script.nonce = old.nonce;
	const over = new Promise((done) => (script.onload = script.onerror = done));
	if (src) script.src = policy().createScriptURL(src);
	else script.text = policy().createScript(old.text);
	old.replaceWith(script);
	return src && !old.hasAttribute("async") ? over : undefined;
}

/**
 * Removes from the device what stands there under the names, as far as a page can:
 * not what belongs to another site, and not what only the server sees. It gives the
 * names that it saw and could not remove.
 *
 * @param {string[]} names with * at the end, all that begin so
 * @param {string[]} spared names that stay all the same
 */
export function clear(names, spared) {
	const is = (list, name) => list.some((n) => (n.endsWith("*") ? name.startsWith(n.slice(0, -1)) : n === name));
	const goes = (name) => is(names, name) && !is(spared, name);
	for (const kind of ["localStorage", "sessionStorage"]) {
		try {
			Object.keys(globalThis[kind]).filter(goes).forEach((key) => globalThis[kind].removeItem(key));
		} catch {
			// The browser keeps nothing for the page.
		}
	}
	const labels = location.hostname.split("."), named = /[a-z]/i.test(location.hostname); // or else it is an address
	const domains = ["", ...(named ? labels.slice(0, -1) : []).map((_, i) => "; Domain=" + labels.slice(i).join("."))];
	const parts = location.pathname.split("/");
	const paths = parts.flatMap((_, i) => [parts.slice(0, i).join("/") + "/", parts.slice(0, i + 1).join("/")]);
	const seen = () => [...pairs().keys()].filter(goes);
	for (const name of seen()) {
		for (const domain of domains) {
			for (const path of new Set(paths)) document.cookie = `${name}=; Max-Age=0; Path=${path || "/"}${domain}${location.protocol === "https:" ? "; Secure" : ""}`;
		}
	}
	return seen();
}

/**
 * Tells Google's tags what they may store (Consent Mode v2, in its basic form: before
 * the first yes nothing is told, and the tags are not there to hear it).
 *
 * @param {string} list which consent each signal needs: "analytics_storage=statistics ad_storage=marketing"
 * @param {Set<string>} allowed
 */
export function signal(list, allowed) {
	const granted = {};
	for (const pair of list.split(/\s+/).filter(Boolean)) {
		const [name, id] = pair.split("=");
		granted[name] = allowed.has(id) ? "granted" : "denied";
	}
	const said = JSON.stringify(granted);
	if (said === told || (!told && !said.includes("granted"))) return;
	const data = (globalThis.dataLayer ??= []);
	const gtag = function () {
		data.push(arguments); // the tags take nothing else
	};
	if (!told) {
		const all = ["ad_storage", "ad_user_data", "ad_personalization", "analytics_storage"];
		gtag("consent", "default", Object.fromEntries(all.map((name) => [name, "denied"])));
	}
	told = said;
	gtag("consent", "update", granted);
}

let told = "";
