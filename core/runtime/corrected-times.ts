/** A clock may be this much ahead before it is called wrong. */
const skew = 2000;
const day = 86_400_000;

/**
 * Events of one delivery with times that can be true. When the sender's clock is ahead of ours, or lies before the
 * registration began, all of them are moved together so that the last one happened now: their order and the time
 * between them stay. None is earlier than a day before the registration began.
 */
export function correctedTimes<Event extends { at: string }>(
  events: Event[],
  { started, now }: { started: string; now: string },
): Event[] {
  const times = events.map(({ at }) => Date.parse(at));
  const floor = Date.parse(started) - day;
  const latest = Math.max(...times);
  const isWrong = latest > Date.parse(now) + skew || Math.min(...times) < floor;
  if (!isWrong) return events;
  const shift = Date.parse(now) - latest;
  return events.map((event) => {
    const time = Math.max(floor, Date.parse(event.at) + shift);
    return { ...event, at: new Date(time).toISOString() };
  });
}
