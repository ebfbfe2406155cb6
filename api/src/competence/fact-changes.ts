import type { Evidence } from '@kursdugnad/core/competence/evidence.js';
import { type Facts, factsOf } from '@kursdugnad/core/competence/fulfilment.js';
import type { Requirement, Spell } from '@kursdugnad/core/competence/requirement.js';

/** The facts of one person and one requirement in one period, as they are stored. */
export interface StoredFacts extends Facts {
  person: string;
  requirement: string;
}

/** What has changed: `isGone` when the requirement no longer applies to the person in that period. */
export interface FulfilmentChange extends StoredFacts {
  isGone: boolean;
}

/** All that the facts of some people follow from. */
export interface Grounds {
  requirements: Requirement[];
  people: readonly string[];
  spells: (Spell & { person: string })[];
  evidence: (Evidence & { person: string })[];
}

/** The facts as they should be. */
export function factsFrom({ requirements, people, spells, evidence }: Grounds): StoredFacts[] {
  const spellsOf = grouped(spells, ({ person }) => person);
  const evidenceOf = grouped(evidence, ({ person, course }) => `${person} ${course}`);
  return people.flatMap((person) => {
    const own = spellsOf.get(person);
    if (!own) return [];
    return requirements.flatMap((requirement) => {
      const shown = requirement.accepts.flatMap(({ course }) => evidenceOf.get(`${person} ${course}`) ?? []);
      return factsOf(requirement, own, shown).map((facts) => ({ person, requirement: requirement.id, ...facts }));
    });
  });
}

/** What must be written so that the stored becomes the wanted. */
export function changesBetween(stored: StoredFacts[], wanted: StoredFacts[]): FulfilmentChange[] {
  const left = new Map(stored.map((facts) => [keyOf(facts), facts]));
  const put = wanted.flatMap((facts) => {
    const known = left.get(keyOf(facts));
    left.delete(keyOf(facts));
    return known && isSame(known, facts) ? [] : [{ ...facts, isGone: false }];
  });
  return [...[...left.values()].map((facts) => ({ ...facts, isGone: true })), ...put];
}

function keyOf({ person, requirement, starts }: StoredFacts): string {
  return `${person} ${requirement} ${starts}`;
}

function isSame(a: Facts, b: Facts): boolean {
  return (
    a.ends === b.ends && a.due === b.due && a.on === b.on && a.validUntil === b.validUntil && a.progress === b.progress
  );
}

function grouped<T>(all: T[], keyFor: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyFor(one));
    if (group) group.push(one);
    else groups.set(keyFor(one), [one]);
  }
  return groups;
}
