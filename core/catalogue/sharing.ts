/** A municipality as sharing sees it. */
export interface Neighbour {
  orgnr: string;
  region: string;
}

/**
 * Who sees a course in the catalogue: whoever made it, and the other municipalities of the same region. What is seen may
 * be taken into use: every licence we accept allows it.
 */
export function maySee(viewer: Neighbour, owner: Neighbour): boolean {
  return viewer.orgnr === owner.orgnr || viewer.region === owner.region;
}
