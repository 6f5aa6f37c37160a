import "./widgets/signup-93a95a922356000b.js";
