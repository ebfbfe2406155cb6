import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { PersonnelRow } from '../people/people.js';
import type { Dice } from './dice.js';
import { type DemoRequirement, ownHistories } from './plan.js';
import { daysBefore } from './staff.js';

export interface EarlierCompletion {
  person: string;
  course: string;
  completedAt: string;
  /** Score, 0 to 1; null where the guide has no pass mark. */
  scaled: number | null;
}

/**
 * How many days ago somebody last took a guide, or null for never: most have kept up, some are about to lose it, some are
 * late, the newest have hardly begun.
 */
export function history(row: PersonnelRow, requirement: DemoRequirement, dice: Dice, today: string): number | null {
  const own = ownHistories[row.key];
  if (own) return own[requirement.course] ?? null;
  const worked = daysBetween(row.starts, today);
  const luck = dice.roll();
  if (worked < 50) return luck < 0.45 ? dice.between(0, worked) : null;
  if (luck < 0.015) return null;
  const longest = Math.min(worked, 5 * 365);
  if (requirement.validMonths === null) return dice.between(1, longest);
  const valid = requirement.validMonths * 30;
  if (luck < 0.04) return Math.min(longest, valid + dice.between(8, 70));
  if (luck < 0.11) return Math.min(longest, valid - dice.between(3, 50));
  return dice.between(1, Math.min(longest, valid - 70));
}

export function workingHour(day: string, dice: Dice): string {
  const [hour, minute, second] = [dice.between(7, 20), dice.between(0, 59), dice.between(0, 59)];
  return new Date(`${day}T00:00:00Z`)
    .toISOString()
    .replace('00:00:00.000Z', `${two(hour)}:${two(minute)}:${two(second)}.000Z`);
}

export function earlierDay(today: string, daysAgo: number): string {
  return daysBefore(today, daysAgo);
}

export function todayOf(at: string): string {
  return dayInNorway(at);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
