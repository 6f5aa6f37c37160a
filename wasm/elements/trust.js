/**
 * The one place where text becomes HTML: what the modules write, and the site's own
 * files; and where a script that waited for a yes becomes one that runs. It goes
 * through one Trusted Types policy, named "lagrum". Where a page forbids that, it
 * throws, and the elements leave what the server wrote as it is.
 */

// Each element may come in a script of its own, and a page may allow one policy of a name.
const shared = Symbol.for("lagrum");

const same = (text) => text;
const rules = { createHTML: same, createScript: same, createScriptURL: same };

/**
 * Gives the policy.
 */
export const policy = () => (globalThis[shared] ??= globalThis.trustedTypes?.createPolicy("lagrum", rules) ?? rules);

/**
 * Parses HTML. Scripts in it never run.
 *
 * @param {string} text
 * @returns {DocumentFragment}
 */
export function html(text) {
	const template = document.createElement("template");
	template.innerHTML = policy().createHTML(text);
	return template.content;
}
