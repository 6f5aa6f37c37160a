/** All elements at once: <lagrum-signup>, <lagrum-choices> and <lagrum-notice>. */
import "./signup.js";
import "./choices.js";
import "./notice.js";
