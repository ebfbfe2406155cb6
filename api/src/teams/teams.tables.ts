export const teamsTables: (new () => object)[] = [];
