// Builds the program. The variables are set here and not in package.json, since each
// shell has its own way to set them.
import { execFileSync } from "node:child_process";

execFileSync(process.env.GO ?? "go", ["build", "-trimpath", "-ldflags=-s -w", "-o", "build/app.wasm", "."], {
	stdio: "inherit",
	env: { ...process.env, GOOS: "js", GOARCH: "wasm" },
});
