import type { Language } from '@kursdugnad/core/course/course.js';
import { withFields, writtenFields } from './front-matter-fields.js';

const translated = ['title', 'summary', 'sources'];

/** A guide to translate from: the main one's text, with only the front matter that a translation has. */
export function translationOf(main: string, language: Language): string | null {
  const others = Object.keys(writtenFields(main)).filter((field) => !translated.includes(field));
  const emptied = Object.fromEntries(others.map((field) => [field, '']));
  return withFields(main, { ...emptied, language });
}
