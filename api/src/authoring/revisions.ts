import { Inject, Injectable } from '@nestjs/common';
import type { draftRevisions } from '@kursdugnad/core/contract/authoring.js';
import type { Answered } from '@kursdugnad/core/contract/conversation.js';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import { DraftRevisionRow } from './authoring.tables.js';
import { DraftContents } from './draft-contents.js';
import { filesIn, guideText, titleOf } from './draft-files.js';
import { type Author, Drafts } from './drafts.js';

type Revision = Answered<typeof draftRevisions>['revisions'][number];

const revisionsOf = sqlFile(import.meta.url, 'revisions-of.sql');

/** How a draft has been. */
@Injectable()
export class Revisions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(DraftContents) private readonly contents: DraftContents,
  ) {}

  async of({ municipality }: Author, draft: string): Promise<Revision[]> {
    const rows = await this.database.query<Omit<Revision, 'bytes'> & { files: string }>(revisionsOf, {
      municipality,
      draft,
    });
    return rows.map(({ files, ...row }) => {
      const guides = Object.entries(filesIn({ files })).filter(([path]) => !path.startsWith('media/'));
      return { ...row, bytes: guides.reduce((sum, [, { bytes }]) => sum + bytes, 0) };
    });
  }

  /** The files as they were, in a new revision. Throws `not-found` for a revision that is not kept. */
  async restore(author: Author, draft: string, revision: number): Promise<{ revision: number }> {
    const { municipality } = author;
    const earlier = await this.database.manager.findOneBy(DraftRevisionRow, { municipality, draft, revision });
    if (!earlier) throw notFound();
    const wanted = filesIn(earlier);
    const guide = wanted['guide.md'];
    const text = guide ? guideText('guide.md', await this.contents.read(guide.hash)) : null;
    const changed = await this.drafts.change(author, draft, (files, { slug }) => ({
      put: wanted,
      remove: Object.keys(files).filter((path) => !wanted[path]),
      title: titleOf(text, slug),
      isStep: true,
    }));
    return { revision: changed.revision };
  }
}
