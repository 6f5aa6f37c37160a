import "./widgets/notice-e2d6880e63939870.js";
