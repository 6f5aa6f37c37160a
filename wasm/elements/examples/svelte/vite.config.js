import { svelte } from "@sveltejs/vite-plugin-svelte";

export default {
	plugins: [svelte()],
	optimizeDeps: { exclude: ["@lagrum/widgets"] },
	build: { cssTarget: ["chrome123", "firefox120", "safari17.5"] }, // they know light-dark()
};
