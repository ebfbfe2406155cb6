import { z } from 'zod';
import { redoSchema, versionChangeSchema } from '../catalogue/version-changes.js';
import { oneDraft } from './authoring.js';
import { conversation } from './conversation.js';

/** What a publication would change for those who take the guide, and what the machine proposes to do about it. */
const foreseenSchema = z.object({
  /** The last version published under the slug; null: this would be the first. */
  last: z.number().int().nullable(),
  /** The guide first, then what is there now in reading order, then what has gone. Nothing where it is the first. */
  changes: z.array(versionChangeSchema),
  proposal: redoSchema,
});
export type Foreseen = z.infer<typeof foreseenSchema>;

export const foreseeCourse = conversation({
  name: 'foreseeCourse',
  summary:
    'What publishing this course folder (zip) would change since the last version, and what the machine proposes should be done again. Nothing is published.',
  method: 'POST',
  path: '/api/courses/changes',
  who: 'author',
  takes: 'application/zip',
  answer: foreseenSchema,
});

export const foreseeDraft = conversation({
  name: 'foreseeDraft',
  summary: 'What publishing this draft would change since the last version. Nothing is published.',
  method: 'GET',
  path: '/api/drafts/:draft/changes',
  who: 'author',
  params: oneDraft,
  answer: foreseenSchema,
});
