import "./widgets/notice-115ad6c374d03fea.js";
