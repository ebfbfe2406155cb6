import { z } from 'zod';
import { languageSchema } from '../course/course.js';
import { guidePathSchema, oneDraft, type Present, revisionSchema } from './authoring.js';
import { conversation } from './conversation.js';

export const uploadDraft = conversation({
  name: 'uploadDraft',
  summary:
    'A course folder (zip) as a draft, byte for byte. With `into` its files take the place of that draft’s; without, 409 when the name is taken.',
  method: 'POST',
  path: '/api/draft-uploads',
  who: 'author',
  takes: 'application/zip',
  query: z.object({
    /** The name of the zip, for one whose files do not lie in a folder. */
    name: z.string().max(200).default(''),
    into: z.uuid().optional(),
  }),
  answer: z.object({ draft: z.uuid() }),
});

export const draftMedia = conversation({
  name: 'draftMedia',
  summary: 'A picture, film or attachment of a draft; its path below the course folder.',
  method: 'GET',
  path: '/api/drafts/:draft/files/*',
  who: 'author',
  params: oneDraft.extend({ '*': z.string() }),
  answers: 'application/octet-stream',
});

export const addDraftMedia = conversation({
  name: 'addDraftMedia',
  summary: 'Puts a file into `media/`. Its type is what it holds; its name is made one that may be used.',
  method: 'POST',
  path: '/api/drafts/:draft/media',
  who: 'author',
  params: oneDraft,
  takes: 'application/octet-stream',
  query: z.object({ name: z.string().max(300).default('') }),
  answer: z.object({ path: z.string(), type: z.string(), revision: revisionSchema }),
});

export const removeDraftMedia = conversation({
  name: 'removeDraftMedia',
  summary: 'Takes a file out of `media/`. It is still in earlier revisions.',
  method: 'POST',
  path: '/api/drafts/:draft/media/removal',
  who: 'author',
  params: oneDraft,
  body: z.object({ path: z.string().max(300) }),
});

export const addTranslation = conversation({
  name: 'addTranslation',
  summary: 'Begins the guide in another language, with the text of the main one to translate from.',
  method: 'POST',
  path: '/api/drafts/:draft/translations',
  who: 'author',
  params: oneDraft,
  body: z.object({ language: languageSchema }),
  answer: z.object({ path: z.string() }),
});

export const confirmTranslation = conversation({
  name: 'confirmTranslation',
  summary:
    'Notes that a translation says what `guide.md` says now: the part on a line, or all of it. From then on it is told when that changes.',
  method: 'POST',
  path: '/api/drafts/:draft/translations/confirmation',
  who: 'author',
  params: oneDraft,
  body: z.object({ path: guidePathSchema, line: z.number().int().nullable() }),
  answer: z.object({ revision: revisionSchema }),
});

export const downloadDraft = conversation({
  name: 'downloadDraft',
  summary: 'The draft as a zip of the folder that `kurs` uses, byte for byte.',
  method: 'GET',
  path: '/api/drafts/:draft/zip',
  who: 'author',
  params: oneDraft,
  answers: 'application/zip',
});

/** Events: `present` (who else has it open) and `saved` (a file has a new revision, by whom). */
export const draftLive = conversation({
  name: 'draftLive',
  summary: 'Server-sent events while the draft is open: who else has it open, and what they save.',
  method: 'GET',
  path: '/api/drafts/:draft/live',
  who: 'author',
  params: oneDraft,
  answers: 'text/event-stream',
});

/** As a `present` event says it to one page. `isYou`: you yourself, in another tab. */
export interface PresentHere extends Present {
  isYou: boolean;
}
/** A `saved` event. */
export interface DraftSaved {
  /** Null when more than one file changed: read the draft again. */
  path: string | null;
  revision: number;
  person: string;
  name: string;
}
