import { dayInNorway } from '@kursdugnad/core/contract/caller.js';
import type { PersonnelRow } from '../people/people.js';
import type { Dice } from './dice.js';
import type { DemoRequirement } from './plan.js';
import { daysBefore } from './staff.js';

export interface EarlierCompletion {
  person: string;
  course: string;
  completedAt: string;
  /** Score, 0 to 1; null where the guide has no pass mark. */
  scaled: number | null;
}

/** What somebody did before: most have kept up, some are about to lose it, some are late, the newest have hardly begun. */
export function history(row: PersonnelRow, requirement: DemoRequirement, dice: Dice, today: string): number | null {
  const worked = daysBetween(row.starts, today);
  const luck = dice.roll();
  if (worked < 50) return luck < 0.35 ? dice.between(0, worked) : null;
  if (luck < 0.06) return null;
  const valid = (requirement.validMonths ?? 60) * 30;
  const longest = Math.min(worked, 5 * 365);
  if (luck < 0.13 && requirement.validMonths !== null) return Math.min(longest, valid + dice.between(5, 120));
  if (luck < 0.22 && requirement.validMonths !== null) return Math.min(longest, valid - dice.between(3, 50));
  return dice.between(1, Math.max(1, Math.min(longest, Math.max(20, valid - 65))));
}

export function workingHour(day: string, dice: Dice): string {
  const [hour, minute, second] = [dice.between(7, 20), dice.between(0, 59), dice.between(0, 59)];
  return new Date(`${day}T00:00:00Z`).toISOString().replace('00:00:00.000Z', `${two(hour)}:${two(minute)}:${two(second)}.000Z`);
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
