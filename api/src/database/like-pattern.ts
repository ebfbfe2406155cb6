/** A pattern for `LOWER(x) LIKE :pattern ESCAPE '\'` that finds the text anywhere, in any case. */
export function likePattern(text: string): string {
  return `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}
