// The pages that are measured: the same page with the panel of each widget, which asks
// the same two questions, in English, as its own documentation sets it up.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { dist, root } from "../test/site.mjs";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));

/** A file of an installed package. */
const file = (name, path) => readFile(join(here, "node_modules", name, path));
const version = (name) => require(join(here, "node_modules", name, "package.json")).version;

const page = (head, body = "") => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evening courses</title>
${head}
</head>
<body>
<main><h1>Evening courses</h1><p>Choose among two hundred courses.</p></main>
${body}
</body>
</html>
`;

const style = (path) => `<link rel="stylesheet" href="${path}">`;
const script = (path) => `<script src="${path}" defer></script>`;
const module = (path) => `<script type="module" src="${path}"></script>`;
const questions = [["statistics", "Statistics", "We count visits, to see which courses people look for."], ["films", "Films", "Films about the courses, shown by another site."]];

async function lagrum() {
	const names = { js: await dist("choices.js"), css: await dist("choices.css"), wasm: await dist("choices.wasm") };
	const files = Object.fromEntries(await Promise.all(Object.values(names).map(async (name) => ["/" + name, await readFile(join(root, "wasm/dist", name))])));
	files["/choices.en.json"] = await readFile(join(root, "sdk/choices/testdata/site.en.json"));
	return {
		name: "Lagrum", question: ".lagrum-bar:not([hidden])", yes: ".lagrum-bar [data-lagrum-do=yes]", files,
		html: page(style("/" + names.css) + module("/" + names.js) + `<link rel="preload" as="fetch" href="/choices.en.json" crossorigin>`, `<lagrum-choices src="/choices.en.json"></lagrum-choices>`),
	};
}

async function vanilla() {
	const translation = {
		consentModal: { title: "May we store something on your device?", description: "You can change your mind.", acceptAllBtn: "Accept all", acceptNecessaryBtn: "Refuse all", showPreferencesBtn: "Choose" },
		preferencesModal: { title: "Choices", acceptAllBtn: "Accept all", acceptNecessaryBtn: "Refuse all", savePreferencesBtn: "Save", closeIconLabel: "Close", sections: questions.map(([linkedCategory, title, description]) => ({ title, description, linkedCategory })) },
	};
	const config = { hideFromBots: false, categories: { necessary: { enabled: true, readOnly: true }, statistics: {}, films: {} }, language: { default: "en", translations: { en: translation } } };
	return {
		name: `vanilla-cookieconsent ${version("vanilla-cookieconsent")}`, question: "#cc-main .cm", yes: "#cc-main .cm [data-role=all]",
		files: {
			"/vc.css": await file("vanilla-cookieconsent", "dist/cookieconsent.css"), "/vc.js": await file("vanilla-cookieconsent", "dist/cookieconsent.umd.js"),
			"/set.js": `CookieConsent.run(${JSON.stringify(config)});`,
		},
		html: page(style("/vc.css") + script("/vc.js") + script("/set.js")),
	};
}

async function orejime() {
	const config = { privacyPolicyUrl: "/notice", purposes: questions.map(([id, title, description]) => ({ id, title, description, cookies: [id] })) };
	return {
		name: `Orejime ${version("orejime")}`, question: ".orejime-Banner", yes: ".orejime-Banner-saveButton",
		files: {
			"/o.css": await file("orejime", "dist/orejime-standard.css"), "/o.js": await file("orejime", "dist/orejime-standard-en.js"),
			"/set.js": `window.orejimeConfig = ${JSON.stringify(config)};`,
		},
		html: page(style("/o.css") + script("/set.js") + script("/o.js")),
	};
}

async function klaro() {
	const services = questions.map(([name, title, description]) => ({ name, purposes: [name], translations: { en: { title, description } } }));
	const translations = { en: { purposes: Object.fromEntries(questions.map(([id, title]) => [id, title])), privacyPolicyUrl: "/notice" } };
	return {
		name: `Klaro ${version("klaro")}`, question: ".klaro .cookie-notice", yes: ".klaro .cm-btn-success",
		files: {
			"/k.css": await file("klaro", "dist/klaro.min.css"), "/k.js": await file("klaro", "dist/klaro-no-css.js"),
			"/set.js": `var klaroConfig = ${JSON.stringify({ version: 1, lang: "en", acceptAll: true, services, translations })};`,
		},
		html: page(style("/k.css") + script("/set.js") + script("/k.js")),
	};
}

async function c15t() {
	const entry = `
import { createElement as h } from "react";
import { createRoot } from "react-dom/client";
import { ConsentManagerProvider, ConsentBanner, ConsentDialog } from "@c15t/react";
const options = { mode: "offline", consentCategories: ["necessary", "measurement", "experience"] };
createRoot(document.getElementById("app")).render(h(ConsentManagerProvider, { options }, h(ConsentBanner), h(ConsentDialog)));`;
	const { outputFiles } = await build({
		stdin: { contents: entry, resolveDir: here, loader: "js" }, bundle: true, minify: true, format: "esm", write: false,
		define: { "process.env.NODE_ENV": `"production"` }, logLevel: "error",
	});
	return {
		name: `c15t ${version("@c15t/react")}, with React ${version("react")}`, question: "[data-testid=consent-banner-root], [data-testid=cookie-banner-root]", yes: "[data-testid*=banner-accept-button]",
		files: { "/c.css": await file("@c15t/react", "dist/styles.css"), "/c.js": Buffer.from(outputFiles[0].contents) },
		html: page(style("/c.css") + module("/c.js"), `<div id="app"></div>`),
	};
}

/** Makes the pages, ours first. */
export const pages = () => Promise.all([lagrum(), vanilla(), orejime(), klaro(), c15t()]);
