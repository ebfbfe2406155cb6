import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const key = (constraint: string) => ({ type: 'text', primaryKeyConstraintName: constraint }) as const;

/** A course folder that is being written. */
@Entity('draft')
@Index('uq_draft_slug', ['municipality', 'slug'], { unique: true })
export class DraftRow {
  @PrimaryColumn(key('pk_draft')) municipality!: string;
  @PrimaryColumn(key('pk_draft')) id!: string;
  @Column('text') slug!: string;
  @Column('text') title!: string;
  @Column('integer') revision!: number;
  @Column('text', { name: 'changed_at' }) changedAt!: string;
  /** The name of whoever changed it last, as it was then. */
  @Column('text', { name: 'changed_by' }) changedBy!: string;
  /** The revision that was published last. */
  @Column('integer', { name: 'published_revision', nullable: true }) publishedRevision!: number | null;
  /** JSON: the files (`DraftFiles`); the bytes are in storage. */
  @Column('text') files!: string;
}

/** How a draft was at a revision. What one person saves within a minute is one row, with the last of it. */
@Entity('draft_revision')
export class DraftRevisionRow {
  @PrimaryColumn(key('pk_draft_revision')) municipality!: string;
  @PrimaryColumn(key('pk_draft_revision')) draft!: string;
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'pk_draft_revision' }) revision!: number;
  /** When the first of what it holds was saved. */
  @Column('text') at!: string;
  @Column('text') person!: string;
  @Column('text') name!: string;
  @Column('text') files!: string;
}

export const authoringTables = [DraftRow, DraftRevisionRow];
