import { Inject, Injectable } from '@nestjs/common';
import { type Caller, unitsLed } from '@kursdugnad/core/contract/caller.js';
import { notFound } from '../http/problem.js';
import { People, type UnitBelow } from '../people/people.js';

/** A unit that the caller may look into. */
export interface ReachedUnit {
  unit: UnitBelow;
  /** From the top of what the caller sees down to the unit, itself left out. */
  path: { id: string; name: string }[];
}

/** How far a leader sees: the units they lead and everything below them. */
@Injectable()
export class Reach {
  constructor(@Inject(People) private readonly people: People) {}

  /** Throws `not-found` for a unit outside, so that nobody learns which units there are. */
  async mustReach(caller: Caller, id: string): Promise<ReachedUnit> {
    const { municipality } = caller;
    const [unit] = await this.people.unitsByKey(municipality, [id]);
    if (!unit) throw notFound();
    const ancestors = unit.path.split('/').filter((part) => part !== '');
    const led = new Set(unitsLed(caller));
    const top = leadsEverywhere(caller) ? 0 : ancestors.findIndex((ancestor) => led.has(ancestor));
    if (top < 0) throw notFound();
    const path = await this.people.unitsByKey(municipality, ancestors.slice(top, -1));
    return { unit, path: path.map(({ id: above, name }) => ({ id: above, name })) };
  }
}

export function leadsEverywhere({ access }: Pick<Caller, 'access'>): boolean {
  return access.some(({ right, unit }) => right === 'leader' && unit === null);
}
