export const competenceTables: (new () => object)[] = [];
