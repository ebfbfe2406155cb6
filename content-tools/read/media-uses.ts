import type { Language } from '@kursdugnad/core/course/course.js';
import { languages } from '@kursdugnad/core/course/course.js';
import type { Tokens } from 'marked';
import { withoutMarks } from './block-mark.js';
import type { CourseFiles } from './course-files.js';
import type { GuideDraft } from './guide-draft.js';

export interface MediaUse {
  guide: GuideDraft;
  how: 'image' | 'link';
  /** As written. */
  href: string;
  /** The path below the course folder, or null where the address leads elsewhere (to the web, out of the folder). */
  path: string | null;
  /** Stands alone in its paragraph, so that it becomes a figure or a film. */
  isAlone: boolean;
  token: Tokens.Image | Tokens.Link;
  line: number;
  column: number;
}

/** Every image and every link of a guide. */
export function mediaUses(guide: GuideDraft): readonly MediaUse[] {
  const known = remembered.get(guide) ?? findUses(guide);
  remembered.set(guide, known);
  return known;
}

/** A draft never changes, and a dozen rules ask. */
const remembered = new WeakMap<GuideDraft, readonly MediaUse[]>();

function findUses(guide: GuideDraft): MediaUse[] {
  return guide.tokens.flatMap(({ token, line, column, parents }): MediaUse[] => {
    if (token.type !== 'image' && token.type !== 'link') return [];
    const { href } = token as Tokens.Image;
    const isAlone =
      parents.length === 1 && parents[0]?.type === 'paragraph' && withoutMarks(parents[0].raw).trim() === token.raw;
    const shared = { guide, href, path: localPath(href), isAlone, token: token as Tokens.Image, line, column };
    return [{ ...shared, how: token.type === 'image' ? 'image' : 'link' }];
  });
}

/** `media/a%20b.png` → `media/a b.png`; null for anything with a scheme, a host, a root or `..` in it. */
export function localPath(href: string): string | null {
  if (href === '' || /^[a-z][a-z0-9+.-]*:/iu.test(href) || /^[#?/\\]/u.test(href)) return null;
  try {
    const path = decodeURIComponent(href.replace(/[?#].*$/su, '')).replace(/^\.\//u, '');
    return path.split(/[/\\]/u).includes('..') || path.includes('\\') ? null : path;
  } catch {
    return null;
  }
}

/** `media/film.mp4` in `nn` → `media/film.nn.vtt`. */
export function besideFilm(film: string, language: Language, ending: 'vtt' | 'txt'): string {
  return `${film.replace(/\.[^.]*$/u, '')}.${language}.${ending}`;
}

/** The languages that lie beside a film with this ending. */
export function languagesBesideFilm(film: string, ending: 'vtt' | 'txt', files: CourseFiles): Language[] {
  return languages.filter((language) => files.has(besideFilm(film, language, ending)));
}
