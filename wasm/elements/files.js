/**
 * Where the modules are: beside this file. What "make dist" builds puts its own in
 * the place of this one, with a hash in each name and the digest to check it by.
 */
/** @param {string} name */
const beside = (name) => ({ url: new URL(name, import.meta.url).href, integrity: "" });

export const signup = beside("./signup.wasm");
export const screening = beside("./screening.wasm");
export const choices = beside("./choices.wasm");
