import react from "@vitejs/plugin-react";

export default {
	plugins: [react()],
	optimizeDeps: { exclude: ["@lagrum/widgets"] },
	build: { cssTarget: ["chrome123", "firefox120", "safari17.5"] }, // they know light-dark()
};
