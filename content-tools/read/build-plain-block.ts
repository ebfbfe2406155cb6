import { calloutTones, type Block, type Language } from '@kursdugnad/core/course/course.js';
import type { CourseFiles } from './course-files.js';
import type { PlainDraft } from './guide-draft.js';
import { mediaKind } from './media-kinds.js';
import { besideFilm, languagesBesideFilm, localPath } from './media-uses.js';
import { sourceText } from './source-text.js';
import { idFromTitle } from './stable-ids.js';

type Of<Kind extends PlainDraft['kind']> = Extract<PlainDraft, { kind: Kind }>;

/** A block that is read and not answered, in one language. */
export function plainBlock(draft: PlainDraft, id: string, files: CourseFiles, language: Language): Block {
  switch (draft.kind) {
    case 'text':
      return { kind: 'text', id, markdown: draft.markdown };
    case 'callout':
      return calloutBlock(draft, id);
    case 'quote':
      return { kind: 'quote', id, markdown: draft.markdown, ...(draft.source ? { source: draft.source } : {}) };
    case 'table': {
      const caption = draft.caption ? { caption: draft.caption } : {};
      return { kind: 'table', id, ...caption, rowHeaders: draft.rowHeaders === 'all', markdown: draft.markdown };
    }
    case 'download':
      return { kind: 'download', id, src: localPath(draft.src) ?? draft.src, title: draft.title, ...captionOf(draft) };
    case 'media':
      return mediaBlock(draft, id, files, language);
  }
}

/** The words behind `[!` that are not tones. */
export const calloutKinds = { mer: 'folding', ord: 'word', steg: 'steps' } as const;

export function calloutKind(word: string): 'folding' | 'word' | 'steps' | 'callout' {
  const key = word.toLowerCase();
  return Object.hasOwn(calloutKinds, key) ? calloutKinds[key as keyof typeof calloutKinds] : 'callout';
}

function calloutBlock({ word, title, body, steps }: Of<'callout'>, id: string): Block {
  const kind = calloutKind(word);
  if (kind === 'folding') return { kind, id, title, markdown: body };
  if (kind === 'word') return { kind, id, name: idFromTitle(title), title, markdown: body };
  if (kind === 'steps') return { kind, id, title, steps };
  const tone = calloutTones.find((known) => known === word.toLowerCase()) ?? 'husk';
  return { kind, id, tone, markdown: [title, body].filter(Boolean).join('\n') };
}

function mediaBlock(draft: Of<'media'>, id: string, files: CourseFiles, language: Language): Block {
  const src = localPath(draft.src) ?? draft.src;
  const shared = { id, src, alt: draft.alt.trim(), ...captionOf(draft) };
  const use = mediaKind(src)?.use;
  if (use !== 'video' && use !== 'audio') return { kind: 'figure', ...shared };
  const written = transcriptOf(src, language, files);
  const transcript = written ? { transcript: written } : {};
  if (use === 'audio') return { kind: 'audio', ...shared, ...transcript };
  const captions = languagesBesideFilm(src, 'vtt', files).map((spoken) => ({
    language: spoken,
    src: besideFilm(src, spoken, 'vtt'),
  }));
  return { kind: 'video', ...shared, captions, ...transcript };
}

/** What is said, in words: in the edition's language where it is there, otherwise in the first that is. */
function transcriptOf(recording: string, language: Language, files: CourseFiles): string | null {
  const written = languagesBesideFilm(recording, 'txt', files);
  const chosen = written.find((one) => one === language) ?? written[0];
  const bytes = chosen && files.get(besideFilm(recording, chosen, 'txt'));
  const source = bytes ? sourceText(bytes) : null;
  return source && 'text' in source ? source.text.trim() : null;
}

function captionOf({ caption }: { caption: string | null }): { caption?: string } {
  return caption ? { caption } : {};
}
