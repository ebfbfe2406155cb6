import { describe, expect, test } from '@jest/globals';
import { fireCourse } from '../../test/builders/fire-course.js';
import { answer, form, playerWorld, says, text, until, write } from '../../test/builders/player-world.js';

const world = playerWorld(fireCourse);

describe('turning pages', () => {
  test('lessons, address, title, focus and back button', async () => {
    const page = await world.learner();
    await page.getByRole('link', { name: /^Neste/u }).click();
    expect(page.url()).toBe(world.server.url('slokke'));
    expect(await page.title()).toBe('Slokke eller la være – Brannvern på jobben');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Slokke eller la være');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    expect(await page.locator('h1:visible').count()).toBe(1);
    expect(await text(page, '#guide_position')).toBe('Leksjon 2 av 3');
    await until(() => 'slokke' in world.server.record.opened);
    await page.goBack();
    expect(page.url()).toBe(world.server.url('alarmen'));
    expect(await page.locator('h1:visible').innerText()).toBe('Brannvern på jobben');
    await page.goForward();
    await page.reload();
    expect(await page.locator('h1:visible').innerText()).toBe('Slokke eller la være');
    await until(() => world.server.record.place?.lesson === 'slokke');
  });

  test('a link in the text, and the other language in the same lesson', async () => {
    const page = await world.learner();
    await page.getByRole('link', { name: 'hvordan du slokker' }).click();
    expect(page.url()).toBe(world.server.url('slokke'));
    await page.getByRole('link', { name: 'Nynorsk' }).click();
    expect(page.url()).toBe(world.server.url('slokke', 'nn'));
    expect(await text(page, '#vikar .hint')).toBe('Vel alle svara som passar.');
  });

  test('from nothing to done: progress, ticks, declaration, a failed run and a second', async () => {
    const page = await world.learner();
    await answer(page, 'royk', 'b');
    await page.getByRole('link', { name: /^Neste/u }).click();
    await answer(page, 'vikar', 'b');
    await write(page, 'nummer', ' En en  null. ');
    expect(await text(page, '#nummer .later:visible')).toContain('Ja, 110 går rett');
    await page.getByRole('link', { name: 'Resultat', exact: true }).click();
    expect(await text(page, '#guide_result')).toContain(
      'Du er ferdig når du har lest én leksjon til og bekreftet én erklæring.',
    );
    await page.getByRole('link', { name: 'Les «Erklæringen»' }).click();
    await form(page, 'erklaering').getByRole('checkbox').check();
    await form(page, 'erklaering').getByRole('button').click();
    expect(await text(page, '#erklaering .verdict')).toMatch(/^✓ Bekreftet \d+\. \S+ \d{4}$/u);
    expect(await text(page, '#guide_percent')).toBe('100 % gjort');
    expect(await text(page, '[data-state-of="erklaeringen"]')).toBe('● Ferdig');
    await page.getByRole('link', { name: 'Se resultatet' }).click();
    expect(await text(page, '#guide_result')).toContain('Du fikk 66 %, og du trenger 80 % for å bestå.');
    await page.getByRole('button', { name: 'Ta spørsmålene på nytt' }).click();
    expect(page.url()).toBe(world.server.url('alarmen'));
    expect(await text(page, '#royk .verdict')).toBe('');
    expect(await form(page, 'royk').locator('input:checked').count()).toBe(0);
    await answer(page, 'royk', 'b');
    await page.getByRole('link', { name: /^Neste/u }).click();
    await answer(page, 'vikar', 'a', 'c');
    await write(page, 'nummer', '110');
    await page.getByRole('link', { name: 'Se resultatet' }).first().click();
    expect(await text(page, '#guide_result')).toContain('Du fikk 3 av 3 poeng, det er 100 %.');
    await says(page, 'Lagret ✓');
    expect(world.server.record.restarts).toHaveLength(1);
  });

  test('by keyboard alone', async () => {
    const page = await world.learner();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).innerText?.trim());
    await press('Tab');
    expect(await focused()).toBe('Hopp til innholdet');
    await press('Enter', 'Tab');
    expect(await focused()).toBe('hvordan du slokker');
    await press('Tab', 'Space', 'ArrowDown', 'Tab', 'Enter');
    expect(await focused()).toBe('✓ Riktig.');
    await press('Tab');
    expect(await focused()).toMatch(/^Neste/u);
    await press('Enter');
    expect(page.url()).toBe(world.server.url('slokke'));
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('table-scroll');
  });
});

describe('without script', () => {
  test('a learner can read, answer, confirm and finish', async () => {
    const page = await world.learner('alarmen', { javaScriptEnabled: false });
    await answer(page, 'royk', 'a');
    expect(await text(page, '#royk')).toContain('✗ Ikke riktig ennå.');
    await answer(page, 'royk', 'b');
    expect(await text(page, '#royk')).toContain('✓ Riktig.');
    await page.getByRole('link', { name: /^Neste/u }).click();
    expect(page.url()).toBe(world.server.url('slokke'));
    await form(page, 'vikar').getByRole('button').click();
    expect(await text(page, '#vikar .verdict')).toBe('Velg et svar først.');
    await answer(page, 'vikar', 'a', 'c');
    expect(world.server.record.answers.map(({ question }) => question)).toEqual(['royk', 'royk', 'vikar']);
    await page.goto(world.server.url('erklaeringen'));
    await form(page, 'erklaering').getByRole('checkbox').check();
    await form(page, 'erklaering').getByRole('button').click();
    expect(await text(page, '#erklaering')).toContain('✓ Bekreftet');
  });
});
