// Stands for a counter of visits: it leaves what such programs leave.
globalThis.counted = (globalThis.counted ?? 0) + 1;
document.cookie = "_count=1; Path=/";
document.cookie = "_count_abc=1; Path=/";
