import vue from "@vitejs/plugin-vue";

// The elements are the browser's, and no components of Vue.
const isCustomElement = (tag) => tag.startsWith("lagrum-");

export default {
	plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
	optimizeDeps: { exclude: ["@lagrum/widgets"] },
	build: { cssTarget: ["chrome123", "firefox120", "safari17.5"] }, // they know light-dark()
};
