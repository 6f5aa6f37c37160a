import "./widgets/choices-876dd6c1a2cf12c3.js";
