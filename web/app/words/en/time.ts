import type { Words } from '../words.js';

export const time: Words['time'] = {
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  inDays: (days) => `in ${days} days`,
  daysAgo: (days) => `${days} days ago`,
  on: (date) => `on ${date}`,
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
};
