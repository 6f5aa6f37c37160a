// What follows is no script.
export const = 1;
