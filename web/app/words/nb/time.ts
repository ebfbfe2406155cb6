export const time = {
  today: 'i dag',
  tomorrow: 'i morgen',
  yesterday: 'i går',
  inDays: (days: number) => `om ${days} dager`,
  daysAgo: (days: number) => `for ${days} dager siden`,
  /** Before a date: "Frist 3. februar" has none, "on 3 February" has. */
  on: (date: string) => date,
  minutes: (count: number) => (count === 1 ? '1 minutt' : `${count} minutter`),
};
