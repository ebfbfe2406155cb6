const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** "2026-11-21T17:04" on clocks in Norway, for a field of time. */
export function onNorwegianClock(instant: string): string {
  return clock.format(new Date(instant)).replace(' ', 'T').slice(0, 16);
}

/**
 * The instant of a time on clocks in Norway ("2026-11-21T17:04"), UTC with milliseconds; null when it is no time. Of the
 * hour that comes twice in October it is the first, of the one left out in March the hour after.
 */
export function instantInNorway(time: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(time) || Number.isNaN(Date.parse(`${time}Z`))) return null;
  const asUtc = Date.parse(`${time}Z`);
  const summer = new Date(asUtc - 7_200_000).toISOString();
  const winter = new Date(asUtc - 3_600_000).toISOString();
  return onNorwegianClock(summer) === time ? summer : winter;
}
