export const catalogueTables: (new () => object)[] = [];
