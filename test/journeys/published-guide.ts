import { randomBytes } from 'node:crypto';
import { packSource } from '@kursdugnad/content-tools/package/source-bundle.js';
import type { Browser } from 'playwright-core';
import { signedIn } from './stage.js';

/** A guide of one lesson that Granfoss has just published; `facts` as in the top of a guide. Answers its id and title. */
export async function publishedGuide(
  browser: Browser,
  url: string,
  { about, facts = '', lesson }: { about: string; facts?: string; lesson: string },
): Promise<{ id: string; title: string }> {
  const mark = randomBytes(3).toString('hex');
  const title = `${about} ${mark}`;
  const text = `---
title: ${title}
summary: En kort guide for dem som skal prøve.
language: nb
minutes: 2
licence: CC-BY-4.0
publisher: Granfoss kommune
topics: [prøving]
sources: [Rutinen i kommunen]
${facts}---

# Dette gjør du {#gjor}

${lesson}
`;
  const zip = await packSource(new Map([['guide.md', Buffer.from(text)]]), `prove-${mark}`);
  const { page, context } = await signedIn(browser, url, 'Ola Nygård');
  const answer = await page.request.post(`${url}/api/courses`, {
    data: zip,
    headers: { 'content-type': 'application/zip' },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  const { course } = (await answer.json()) as { course: { id: string } };
  await context.close();
  return { id: course.id, title };
}
