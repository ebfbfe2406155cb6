export const launchTables: (new () => object)[] = [];
