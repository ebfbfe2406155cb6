import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { forwardingTables } from './forwarding/forwarding.tables.js';
import { keepingTables } from './keeping/keeping.tables.js';
import { viewerTables } from './viewer/viewer.tables.js';

const key = (constraint: string) => ({ type: 'text', primaryKeyConstraintName: constraint }) as const;

/** A statement as it goes out, with what the LRS has set. Never changed, but for `voided`. */
@Entity('statement')
@Index('ix_statement_seq', ['municipality', 'seq', 'id'])
export class StatementRow {
  @PrimaryColumn(key('pk_statement')) municipality!: string;
  @PrimaryColumn(key('pk_statement')) id!: string;
  /** Order of storing: the milliseconds of `stored` × 4096, plus a running number (see stored-clock.ts). */
  @Column('bigint') seq!: number;
  /** 0 or 1. */
  @Column('integer') voided!: number;
  @Column('text') text!: string;
}

/**
 * What a statement can be found by: one row for each verb, registration, agent, activity and reference (see
 * statement-keys.ts). A statement about another one has that one's rows too, `via` it.
 */
@Entity('statement_key', { withoutRowid: true })
export class StatementKeyRow {
  @PrimaryColumn(key('pk_statement_key')) municipality!: string;
  @PrimaryColumn(key('pk_statement_key')) key!: string;
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'pk_statement_key' }) seq!: number;
  @PrimaryColumn(key('pk_statement_key')) statement!: string;
  /** The id of the statement that the key comes from; empty: from this one. */
  @PrimaryColumn(key('pk_statement_key')) via!: string;
}

/**
 * A definition that somebody has given an activity. What is known of the activity is all of them together, first seen
 * first: rows are only ever added, so that nobody waits for somebody else's merge.
 */
@Entity('activity_definition')
export class ActivityDefinitionRow {
  @PrimaryColumn(key('pk_activity_definition')) municipality!: string;
  /** `statementKey` of the activity. */
  @PrimaryColumn(key('pk_activity_definition')) activity!: string;
  /** Hash of the text. */
  @PrimaryColumn(key('pk_activity_definition')) hash!: string;
  /** Place in the order of storing of the first statement that had it. */
  @Column('bigint') seq!: number;
  @Column('text') text!: string;
}

/** The file of an attachment that came with a statement, for this municipality alone. */
@Entity('attachment')
export class AttachmentRow {
  @PrimaryColumn(key('pk_attachment')) municipality!: string;
  /** As statements say it, in lower case: SHA-224, 256, 384 or 512. */
  @PrimaryColumn(key('pk_attachment')) sha2!: string;
  /** The name in storage: SHA-256. */
  @Column('text') file!: string;
  /** Bytes. */
  @Column('bigint') size!: number;
}

/** What an activity keeps for a learner: state documents. `place` is the hash of activity, agent and registration. */
@Entity('document')
@Index('ix_document_agent', ['municipality', 'agent'])
export class DocumentRow {
  @PrimaryColumn(key('pk_document')) municipality!: string;
  @PrimaryColumn(key('pk_document')) place!: string;
  @PrimaryColumn(key('pk_document')) id!: string;
  /** `statementKey` of the agent it is about, so that it goes when a person is erased; empty: about an activity alone. */
  @Column('text', { default: '' }) agent!: string;
  @Column('text') type!: string;
  /** Base64: the same column on both databases. */
  @Column('text') content!: string;
  /** SHA-1 of the content in hex. */
  @Column('text') etag!: string;
  @Column('text') updated!: string;
}

/** Who may speak with the LRS for a municipality. Only the SHA-256 of the secret is kept. */
@Entity('lrs_credential')
export class LrsCredentialRow {
  @PrimaryColumn({ ...key('pk_lrs_credential'), name: 'credential_key' }) key!: string;
  @Column('text') municipality!: string;
  @Column('text') hash!: string;
  /** xAPI scopes with blanks between. */
  @Column('text') scopes!: string;
  @Column('text') label!: string;
  @Column('text', { nullable: true }) expires!: string | null;
  @Column('text', { name: 'made_at', nullable: true }) madeAt!: string | null;
  /** A person of the municipality; null: the operator. */
  @Column('text', { name: 'made_by', nullable: true }) madeBy!: string | null;
  @Column('text', { name: 'last_used', nullable: true }) lastUsed!: string | null;
}

export const lrsTables = [
  StatementRow,
  StatementKeyRow,
  ActivityDefinitionRow,
  AttachmentRow,
  DocumentRow,
  LrsCredentialRow,
  ...forwardingTables,
  ...keepingTables,
  ...viewerTables,
];
