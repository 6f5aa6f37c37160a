import "./widgets/signup-a4bb8ab14bf53621.js";
