import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readCourseFiles } from '../read-course.js';
import { allRules } from './all-rules.js';
import { manualPage } from './manual-pages.js';
import type { Example } from './rule.js';

const complaints = (example: Example) => readCourseFiles(example.slug ?? 'hender', example.files).problems;

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is told where the rule is broken', () => {
    const problem = complaints(rule.fails).find((one) => one.rule === id);
    expect(problem).toMatchObject({ severity: rule.severity });
    expect(problem?.line).toBeGreaterThan(0);
    expect(problem?.column).toBeGreaterThan(0);
  });

  it('is silent, as is every other rule, where nothing is wrong', () => {
    expect(complaints(rule.passes)).toEqual([]);
  });

  it('speaks in whole sentences', () => {
    for (const sentence of [rule.says, rule.mend]) expect(sentence).toMatch(/^[A-ZÆØÅ«].*[.!]»?$/su);
  });
});

it('leads to headings that the manual has', () => {
  for (const { manual } of allRules) {
    const page = readFileSync(`docs/forfattere/${manualPage(manual)}`, 'utf8').split('\n');
    expect(page.filter((line) => /^#+ /u.test(line)).map((line) => line.replace(/^#+ /u, ''))).toContain(manual);
  }
});

it('has an id of its own for every rule', () => {
  const ids = allRules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
});
