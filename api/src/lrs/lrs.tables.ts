export const lrsTables: (new () => object)[] = [];
