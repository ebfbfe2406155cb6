/** What a form says, in the browser and on the server alike. */
export interface Fields {
  get(name: string): unknown;
  getAll(name: string): unknown[];
}

/** The answer in a question's form. What is put in order says the place of each: `2.c`; two in one place are no answer. */
export function formResponse(fields: Fields): string[] {
  const places = fields.getAll('place').map((value) => String(value).split('.'));
  if (places.length === 0) return fields.getAll('response').map(String);
  const ordered = places.sort(([one], [other]) => Number(one) - Number(other));
  return new Set(ordered.map(([place]) => place)).size === places.length ? ordered.map(([, id = '']) => id) : [];
}
