/** So many names are named, and of the rest only the number is. */
const most = 6;

/** `A, B og 3 til`. `more` says how many others there are. */
export function joinedNames(names: readonly string[], more: (count: number) => string): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} ${more(names.length - most)}` : shown;
}
