import type { Course } from '../course/course.js';

/** What a package calls itself and its parts. All distinct, and the same for the same course each time it is built. */
export interface PackageIds {
  /** Absolute IRIs of ours. */
  course: string;
  unit: string;
  /** XML names: a letter first, then letters, digits and hyphens. */
  manifest: string;
  organization: string;
  item: string;
  resource: string;
}

export function packageIds({ publisher, slug }: Pick<Course, 'publisher' | 'slug'>): PackageIds {
  const owner = asciiName(publisher);
  const name = `kursdugnad-${owner}-${slug}`;
  return {
    course: `urn:kursdugnad:course:${owner}:${slug}`,
    unit: `urn:kursdugnad:unit:${owner}:${slug}`,
    manifest: name,
    organization: `${name}-organization`,
    item: `${name}-item`,
    resource: `${name}-resource`,
  };
}

/** `Solvik kommune` → `solvik-kommune`. */
function asciiName(text: string): string {
  const name = text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  return name || 'ukjent';
}

/** A fraction with at most four decimals, as every one of the standards can read it: `0.8`. */
export function fraction(value: number): string {
  return Math.max(0.0001, value)
    .toFixed(4)
    .replace(/\.?0+$/u, '');
}
