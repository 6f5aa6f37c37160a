// Imports where the files are.
import { signup } from "../../../wasm/elements/files.js";

console.log(signup.url, signup.integrity);
