import type { Locator, Page } from 'playwright-core';

/** Opens the leader's own team and waits until the table follows along. */
export async function openTeam(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/team`);
  await isLive(page);
}

export async function isLive(page: Page): Promise<void> {
  await page.locator('.live-line[data-line=live]').waitFor();
}

export const row = (page: Page, name: string): Locator => page.locator('tbody[data-person]', { hasText: name });

/** A cell by whose it is and the number of its requirement. */
export const cellOf = (page: Page, name: string, column: number): Locator =>
  row(page, name).locator('td.team-cell').nth(column);

/** Names as they stand, top to bottom. */
export async function namesIn(page: Page): Promise<string[]> {
  return page.locator('tbody[data-person] > tr > th a').allTextContents();
}

/** The competences above the columns, those of a role as «Håndhygiene (Assistent)». */
export async function columnsIn(page: Page): Promise<string[]> {
  const heads = page.locator('table.team-table thead th:nth-child(n + 3)');
  return heads.evaluateAll((found) =>
    found.map((head) => {
      const role = head.querySelector('.quiet')?.textContent;
      const competence = head.firstChild?.textContent ?? '';
      return role ? `${competence} (${role})` : competence;
    }),
  );
}

export async function columnOf(page: Page, competence: string): Promise<number> {
  return (await columnsIn(page)).indexOf(competence);
}

/** Fills in the filter and asks for it. */
export async function showFilter(page: Page, filter: Record<string, string>): Promise<void> {
  const form = page.locator('form.filter-form');
  if (!(await form.isVisible())) await page.locator('#filter > summary').click();
  for (const [label, value] of Object.entries(filter)) {
    const field = form.getByLabel(label, { exact: true });
    if (label === 'Navn') await field.fill(value);
    else await field.selectOption({ label: value });
  }
  await form.getByRole('button', { name: 'Vis' }).click();
}
