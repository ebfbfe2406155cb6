/** Where a form asks to go afterwards: a path of our own, never another site. */
export function wayBack(asked: unknown, otherwise: string): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return otherwise;
  const address = new URL(asked, 'http://here.invalid');
  return address.host === 'here.invalid' && !asked.startsWith('//')
    ? address.pathname + address.search + address.hash
    : otherwise;
}
