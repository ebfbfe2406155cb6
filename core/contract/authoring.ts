import { z } from 'zod';
import { redoSchema } from '../catalogue/version-changes.js';
import { courseSchema } from '../course/course.js';
import { instantSchema } from './caller.js';
import { publishCourse } from './catalogue.js';
import { conversation } from './conversation.js';

export const oneDraft = z.object({ draft: z.uuid() });
export const revisionSchema = z.number().int().min(0);

/** `guide.md`, or `guide.nn.md` and the like. */
export const guidePathSchema = z.string().regex(/^guide(\.[a-z]{2})?\.md$/);

/** One that is being written: a course folder, in the house. */
export const draftSchema = z.object({
  id: z.uuid(),
  /** The name of the folder, and the address of the guide once it is published. */
  slug: z.string(),
  title: z.string(),
  /** Grows with every change of any file. */
  revision: revisionSchema,
  changedAt: instantSchema,
  /** The name of whoever changed it last. */
  changedBy: z.string(),
  /** Number of the newest version that is published under this slug; null when there is none. */
  published: z.number().int().nullable(),
  /** Nothing has changed since it was published from here. */
  isPublished: z.boolean(),
});
export type DraftCard = z.infer<typeof draftSchema>;

export const draftFileSchema = z.object({
  path: z.string(),
  /** The draft's revision when this file was last changed: what the next change is based on. */
  revision: revisionSchema,
  bytes: z.number().int(),
  /** Of a guide, with `\n` between lines; null for everything else, and for a guide that is not UTF-8. */
  text: z.string().nullable(),
});
export type DraftFile = z.infer<typeof draftFileSchema>;

/** Somebody else who has the draft open. */
export const presentSchema = z.object({ person: z.uuid(), name: z.string() });
export type Present = z.infer<typeof presentSchema>;

export const listDrafts = conversation({
  name: 'listDrafts',
  summary: 'The guides the municipality is writing, those changed last first, and who has them open now.',
  method: 'GET',
  path: '/api/drafts',
  who: 'author',
  answer: z.object({ drafts: z.array(draftSchema.extend({ present: z.array(presentSchema) })) }),
});

export const beginDraft = conversation({
  name: 'beginDraft',
  summary: 'A new guide from a title, or a draft of a course we have published; the one that exists when there is one.',
  method: 'POST',
  path: '/api/drafts',
  who: 'author',
  body: z.union([z.strictObject({ title: z.string().trim().min(1).max(80) }), z.strictObject({ course: z.uuid() })]),
  answer: z.object({ draft: z.uuid() }),
});

export const readDraft = conversation({
  name: 'readDraft',
  summary: 'A draft with its files; the guides with their text.',
  method: 'GET',
  path: '/api/drafts/:draft',
  who: 'author',
  params: oneDraft,
  answer: z.object({ draft: draftSchema, files: z.array(draftFileSchema) }),
});

export const saveDraftText = conversation({
  name: 'saveDraftText',
  summary:
    'Saves the text of one guide. 409 with the newer text under `current` when somebody has changed it since `basedOn`, and then nothing is saved.',
  method: 'PUT',
  path: '/api/drafts/:draft/text',
  who: 'author',
  params: oneDraft,
  body: z.object({ path: guidePathSchema, text: z.string().max(1_000_000), basedOn: revisionSchema }),
  answer: z.object({ revision: revisionSchema, changedAt: instantSchema }),
});

const writtenSchema = z.union([z.string().max(1000), z.array(z.string().max(1000)).max(60)]);

/** The front matter of a guide as it is written, right or wrong: field → text or texts. */
export const aboutSchema = z.record(z.string().max(60), writtenSchema);
export type About = z.infer<typeof aboutSchema>;

/** A local fact as it is written: what every municipality says for itself. */
export const writtenFactSchema = z.object({
  name: z.string().max(60),
  description: z.string().max(1000),
  default: z.string().max(1000),
});
export type WrittenFact = z.infer<typeof writtenFactSchema>;

export const saveDraftAbout = conversation({
  name: 'saveDraftAbout',
  summary: 'Writes fields of the front matter and leaves the rest of the file as it is; an empty field is taken out.',
  method: 'PUT',
  path: '/api/drafts/:draft/about',
  who: 'author',
  params: oneDraft,
  body: z.object({
    path: guidePathSchema,
    values: aboutSchema,
    /** All of them; left out, they stay as they are. */
    facts: z.array(writtenFactSchema).max(50).optional(),
    basedOn: revisionSchema,
  }),
  answer: z.object({ revision: revisionSchema, changedAt: instantSchema, text: z.string() }),
});

/** Lines `from` up to, not including, `to` (1-based) become `lines`. */
export const lineChangeSchema = z.object({
  file: z.string(),
  from: z.number().int(),
  to: z.number().int(),
  lines: z.array(z.string()),
});
export type LineChange = z.infer<typeof lineChangeSchema>;

export const draftProblemSchema = z.object({
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  mend: z.string(),
  /** What mends it without a thought; null where somebody must think. */
  change: lineChangeSchema.nullable(),
});
export type DraftProblem = z.infer<typeof draftProblemSchema>;

export const checkDraft = conversation({
  name: 'checkDraft',
  summary:
    'What `kurs check` says of the draft as it is saved, what the tool would write itself, and its front matter.',
  method: 'GET',
  path: '/api/drafts/:draft/check',
  who: 'author',
  params: oneDraft,
  answer: z.object({
    revision: revisionSchema,
    problems: z.array(draftProblemSchema),
    /** Stable ids that are missing: written by the page where nobody is typing. */
    ids: z.array(lineChangeSchema),
    about: z.record(z.string(), aboutSchema),
    /** Of `guide.md`. */
    facts: z.array(writtenFactSchema),
    /** Every picture, film and attachment, and whether a guide shows it. */
    media: z.array(z.object({ path: z.string(), bytes: z.number().int(), type: z.string(), used: z.boolean() })),
  }),
});

export const showDraft = conversation({
  name: 'showDraft',
  summary: 'The draft as a course, with what is not finished left out; null when nothing of it can be shown.',
  method: 'GET',
  path: '/api/drafts/:draft/course',
  who: 'author',
  params: oneDraft,
  answer: z.object({ course: courseSchema.nullable(), title: z.string() }),
});

export const renameDraft = conversation({
  name: 'renameDraft',
  summary: 'Changes the address of a guide that is not published; 409 when it is, or when the name is taken.',
  method: 'PATCH',
  path: '/api/drafts/:draft',
  who: 'author',
  params: oneDraft,
  body: z.object({ slug: z.string().trim().min(1).max(60) }),
  answer: z.object({ slug: z.string() }),
});

export const deleteDraft = conversation({
  name: 'deleteDraft',
  summary: 'Deletes a draft with all its revisions. What is published stays.',
  method: 'DELETE',
  path: '/api/drafts/:draft',
  who: 'author',
  params: oneDraft,
});

export const draftRevisions = conversation({
  name: 'draftRevisions',
  summary: 'How the draft has been, newest first: what one person saved within a minute is one revision.',
  method: 'GET',
  path: '/api/drafts/:draft/revisions',
  who: 'author',
  params: oneDraft,
  answer: z.object({
    draft: draftSchema,
    revisions: z.array(z.object({ revision: revisionSchema, at: instantSchema, by: z.string(), bytes: z.number() })),
  }),
});

export const restoreRevision = conversation({
  name: 'restoreRevision',
  summary: 'Makes the draft as it was in an earlier revision. That is a new revision: nothing is lost.',
  method: 'POST',
  path: '/api/drafts/:draft/restore',
  who: 'author',
  params: oneDraft,
  body: z.object({ revision: revisionSchema }),
  answer: z.object({ revision: revisionSchema }),
});

export const publishedText = conversation({
  name: 'publishedText',
  summary: 'The guides of the newest version published under this slug, as they were written, to compare with.',
  method: 'GET',
  path: '/api/drafts/:draft/published',
  who: 'author',
  params: oneDraft,
  answer: z.object({ number: z.number().int().nullable(), texts: z.record(z.string(), z.string()) }),
});

export const publishDraft = conversation({
  name: 'publishDraft',
  summary:
    'Publishes the draft as `kurs publish` does. 422 with every mistake; 409 when it has changed since `basedOn`, so that nobody publishes what they have not seen.',
  method: 'POST',
  path: '/api/drafts/:draft/publication',
  who: 'author',
  params: oneDraft,
  body: z.object({
    note: z.string().max(500),
    basedOn: revisionSchema,
    redo: redoSchema.optional().describe('left out: what the machine proposes'),
  }),
  answer: publishCourse.answer,
});
