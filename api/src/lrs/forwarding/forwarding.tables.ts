import { Column, Entity, PrimaryColumn } from 'typeorm';

const key = (constraint: string) => ({ type: 'text', primaryKeyConstraintName: constraint }) as const;

/**
 * Another LRS that gets this one's statements. `cursorSeq` and `cursorId` are the last statement that it has, in the order
 * of storing: all that a queue has to know.
 */
@Entity('forwarding')
export class ForwardingRow {
  @PrimaryColumn(key('pk_forwarding')) municipality!: string;
  @PrimaryColumn(key('pk_forwarding')) id!: string;
  @Column('text') label!: string;
  @Column('text') url!: string;
  @Column('text') key!: string;
  /** Sealed: see sealed-secret.ts. */
  @Column('text') secret!: string;
  /** JSON: IRIs. */
  @Column('text') verbs!: string;
  /** JSON: IRIs. */
  @Column('text') activities!: string;
  /** 0 or 1. */
  @Column('integer') paused!: number;
  @Column('bigint', { name: 'cursor_seq' }) cursorSeq!: number;
  @Column('text', { name: 'cursor_id' }) cursorId!: string;
  @Column('bigint') sent!: number;
  @Column('text', { name: 'last_sent_at', nullable: true }) lastSentAt!: string | null;
  /** Failures since it last went well. */
  @Column('integer') tries!: number;
  @Column('text', { name: 'next_at', nullable: true }) nextAt!: string | null;
  /** Why it failed last: a TargetFault as JSON. */
  @Column('text', { nullable: true }) fault!: string | null;
  @Column('text', { name: 'made_at' }) madeAt!: string;
  /** A person of the municipality; null: somebody who is no longer known. */
  @Column('text', { name: 'made_by', nullable: true }) madeBy!: string | null;
}

/** A statement that the other LRS has refused; the rest went on without it. */
@Entity('forwarding_set_aside')
export class SetAsideRow {
  @PrimaryColumn(key('pk_forwarding_set_aside')) municipality!: string;
  @PrimaryColumn(key('pk_forwarding_set_aside')) forwarding!: string;
  @PrimaryColumn(key('pk_forwarding_set_aside')) statement!: string;
  @Column('text') at!: string;
  @Column('integer') status!: number;
  @Column('text') reason!: string;
  /** 1: an administrator wants it tried once more. */
  @Column('integer') again!: number;
}

export const forwardingTables = [ForwardingRow, SetAsideRow];
