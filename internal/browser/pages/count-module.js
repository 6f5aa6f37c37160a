globalThis.countedModule = import.meta.url;
