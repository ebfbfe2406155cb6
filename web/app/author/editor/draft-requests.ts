import type { checkDraft, readDraft } from '@kursdugnad/core/contract/authoring.js';
import type { publishedText, saveDraftText } from '@kursdugnad/core/contract/authoring.js';
import type { addDraftMedia, addTranslation } from '@kursdugnad/core/contract/draft-files.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import type { ProblemDetails } from '@kursdugnad/core/contract/problem.js';
import type { SaveAnswer } from './text-keeper.js';

// The browser's own requests, typed by the contract but without its schemas: zod would be more than the editor itself.

export type Checked = Answered<typeof checkDraft>;
export type ReadDraft = Answered<typeof readDraft>;

/** What came of a request: the answer, or why not in words of the server; null for no answer at all. */
export type Outcome<Answer> = { answer: Answer } | { refused: ProblemDetails | null; status: number };

async function ask<Answer>(method: string, path: string, body?: BodyInit, type?: string): Promise<Outcome<Answer>> {
  try {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (type !== undefined) headers['content-type'] = type;
    const response = await fetch(path, { method, headers, body: body ?? null });
    const said: unknown = await response.json().catch(() => null);
    if (response.ok) return { answer: said as Answer };
    return { refused: said as ProblemDetails | null, status: response.status };
  } catch {
    return { refused: null, status: 0 };
  }
}

const json = (value: object) => [JSON.stringify(value), 'application/json'] as const;

/** What is said to the server about one draft. */
export function draftRequests(draft: string) {
  const here = `/api/drafts/${draft}`;
  return {
    async save(path: string, text: string, basedOn: number): Promise<SaveAnswer> {
      const sent = await ask<Answered<typeof saveDraftText>>('PUT', `${here}/text`, ...json({ path, text, basedOn }));
      if ('answer' in sent) return { kind: 'saved', ...sent.answer };
      const { refused, status } = sent;
      if (status === 409 && refused?.current) return { kind: 'newer', ...refused.current };
      if (status === 401) return { kind: 'away', why: 'signed-out' };
      const isRefusal = status >= 400 && status < 500;
      return { kind: 'away', why: isRefusal ? 'refused' : 'offline', message: refused?.detail };
    },
    check: () => ask<Checked>('GET', `${here}/check`),
    read: () => ask<ReadDraft>('GET', here),
    published: () => ask<Answered<typeof publishedText>>('GET', `${here}/published`),
    translate: (language: string) =>
      ask<Answered<typeof addTranslation>>('POST', `${here}/translations`, ...json({ language })),
    confirmTranslation: (path: string, line: number | null) =>
      ask<object>('POST', `${here}/translations/confirmation`, ...json({ path, line })),
    addMedia: (file: File | Blob, name: string) =>
      ask<Answered<typeof addDraftMedia>>(
        'POST',
        `${here}/media?name=${encodeURIComponent(name)}`,
        file,
        'application/octet-stream',
      ),
    removeMedia: (path: string) => ask<object>('POST', `${here}/media/removal`, ...json({ path })),
  };
}
export type DraftRequests = ReturnType<typeof draftRequests>;

/** A zip of a folder: a draft of its own, or in the place of one. */
export function sendZip(file: File, into?: string): Promise<Outcome<{ draft: string }>> {
  const query = new URLSearchParams({ name: file.name, ...(into === undefined ? {} : { into }) });
  return ask('POST', `/api/draft-uploads?${query.toString()}`, file, 'application/zip');
}
