import type { PersonnelRow } from '../people/people.js';
import type { Dice } from './dice.js';
import { firstNames, lastNames } from './names.js';
import type { DemoMunicipality, Workplace } from './region.js';

/** People who stand out: whom one signs in as. They take the first free place in their unit. */
export interface CastMember {
  key: string;
  name: string;
  municipality: string;
  unit: string;
  role: string;
  access: PersonnelRow['access'];
}

/** Everybody who works in a municipality: exactly as many as it says, a leader for every unit. */
export function staff(municipality: DemoMunicipality, cast: CastMember[], dice: Dice, today: string): PersonnelRow[] {
  const heads = unitsOf(municipality).map((unit) => head(unit, municipality, cast, dice, today));
  const members = cast.filter((member) => member.municipality === municipality.orgnr && member.role !== 'Leder');
  const sizes = fitted(municipality, municipality.people - heads.length);
  const rows = municipality.workplaces.flatMap((place, index) => {
    const here = members.filter((member) => seatOf(member, municipality) === index);
    return Array.from({ length: sizes[index] ?? 0 }, (_, seat) => {
      const key = `${municipality.orgnr.slice(3, 6)}-${index}-${seat}`;
      const member = here[seat];
      return member
        ? played(member, place.unit, municipality, today)
        : person(key, place.unit, roleFrom(place.roles, dice), municipality, dice, today);
    });
  });
  return [...heads, ...rows];
}

/** Several units may have the name (each nursing home has an Avdeling 1): a member of the cast sits in the first alone. */
function seatOf({ unit }: CastMember, { workplaces }: DemoMunicipality): number {
  return workplaces.findIndex((place) => place.unit.at(-1) === unit);
}

function unitsOf(municipality: DemoMunicipality): string[][] {
  const units = new Map<string, string[]>();
  for (const { unit } of municipality.workplaces) {
    unit.forEach((_, depth) => units.set(unit.slice(0, depth + 1).join('/'), unit.slice(0, depth + 1)));
  }
  return [...units.values()];
}

/** Staff numbers of the workplaces, evened out so that they add up to the total. */
function fitted(municipality: DemoMunicipality, total: number): number[] {
  const wanted = municipality.workplaces.map(({ people }: Workplace) => people);
  const sum = wanted.reduce((a, b) => a + b, 0);
  const sizes = wanted.map((size) => Math.max(1, Math.floor((size * total) / sum)));
  for (let index = 0, left = total - sizes.reduce((a, b) => a + b, 0); left !== 0; index = (index + 1) % sizes.length) {
    const step = Math.sign(left);
    if ((sizes[index] ?? 0) + step < 1) continue;
    sizes[index] = (sizes[index] ?? 0) + step;
    left -= step;
  }
  return sizes;
}

function head(
  unit: string[],
  municipality: DemoMunicipality,
  cast: CastMember[],
  dice: Dice,
  today: string,
): PersonnelRow {
  const member = cast.find(
    (one) => one.municipality === municipality.orgnr && one.role === 'Leder' && one.unit === unit.at(-1),
  );
  const leads = { right: 'leader', unit } as const;
  const row = member
    ? played(member, unit, municipality, today)
    : person(
        `${municipality.orgnr.slice(3, 6)}-leder-${unit.slice(1).join('-')}`,
        unit,
        'Leder',
        municipality,
        dice,
        today,
      );
  return { ...row, access: [...row.access, leads] };
}

function played(member: CastMember, unit: string[], municipality: DemoMunicipality, today: string): PersonnelRow {
  const starts = yearsBefore(today, 3);
  const { key, name, role, access } = member;
  return {
    key,
    name,
    email: address(name, municipality),
    language: 'nb',
    unit,
    role,
    share: 100,
    starts,
    ends: null,
    access,
  };
}

function person(
  key: string,
  unit: string[],
  role: string,
  municipality: DemoMunicipality,
  dice: Dice,
  today: string,
): PersonnelRow {
  const name = `${dice.oneOf(firstNames)} ${dice.oneOf(lastNames)}`;
  const isNew = dice.roll() < 0.07;
  const days = isNew ? dice.between(0, 45) : dice.between(60, 3600);
  const share = dice.oneOf([100, 100, 100, 80, 75, 60, 50]);
  const language = municipality.name.startsWith('Lyngmo') ? 'nn' : 'nb';
  return {
    key,
    name,
    email: address(`${name} ${key}`, municipality),
    language,
    unit,
    role,
    share,
    starts: daysBefore(today, days),
    ends: null,
    access: [],
  };
}

function roleFrom(weights: Record<string, number>, dice: Dice): string {
  const list = Object.entries(weights).flatMap(([role, weight]) => Array.from({ length: weight }, () => role));
  return dice.oneOf(list);
}

function address(name: string, municipality: DemoMunicipality): string {
  const ascii = name
    .toLowerCase()
    .replace(/å/g, 'a')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, '.');
  return `${ascii}@${municipality.name.split(' ')[0]?.toLowerCase() ?? ''}.example`;
}

export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

function yearsBefore(day: string, years: number): string {
  return daysBefore(day, Math.round(years * 365.25));
}
