/** 1500 as "1 500", the groups kept on one line. */
export function grouped(count: number, separator = '\u00a0'): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, separator);
}
