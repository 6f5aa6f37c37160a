/**
 * Where the modules are: in the folder dist of this package. What "make dist" builds
 * puts its own in the place of this one, with a hash in each name and the digest to
 * check it by.
 *
 * Each address is written out, so that bundlers find the file and take it along.
 */
/** @param {URL} url */
const at = (url) => ({ url: url.href, integrity: "" });

export const signup = /* @__PURE__ */ at(/* @__PURE__ */ new URL("./dist/signup.wasm", import.meta.url));
export const screening = /* @__PURE__ */ at(/* @__PURE__ */ new URL("./dist/screening.wasm", import.meta.url));
export const choices = /* @__PURE__ */ at(/* @__PURE__ */ new URL("./dist/choices.wasm", import.meta.url));
