import type { Words } from '../words.js';

export const time: Words['time'] = {
  today: 'i dag',
  tomorrow: 'i morgon',
  yesterday: 'i går',
  inDays: (days) => `om ${days} dagar`,
  daysAgo: (days) => `for ${days} dagar sidan`,
  on: (date) => date,
  minutes: (count) => (count === 1 ? '1 minutt' : `${count} minutt`),
};
