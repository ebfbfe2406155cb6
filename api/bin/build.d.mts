/** Builds each part whose sources are not those it was last built from. */
export function buildWhatChanged(): Promise<void>;
