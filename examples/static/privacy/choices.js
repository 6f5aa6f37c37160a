import "./widgets/choices-596cfb3015f9731f.js";
