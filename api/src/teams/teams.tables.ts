import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const key = (constraint: string) => ({ type: 'text', primaryKeyConstraintName: constraint }) as const;

/** Who has looked at whom. Those looked at may see it. */
@Entity('access_log')
@Index('ix_access_log_whom', ['municipality', 'whom', 'at'])
export class AccessLogRow {
  @PrimaryColumn(key('pk_access_log')) municipality!: string;
  @PrimaryColumn(key('pk_access_log')) id!: string;
  @Column('text') who!: string;
  @Column('text') whom!: string;
  @Column('text') what!: string;
  @Column('text') at!: string;
}

/** A mail to one person. What is waiting goes out when `nextAt` has come; `claim` is the process that has it in hand. */
@Entity('mail_outbox')
@Index('ix_mail_outbox_person', ['municipality', 'person', 'at'])
@Index('ix_mail_outbox_state', ['state', 'nextAt'])
@Index('ix_mail_outbox_at', ['municipality', 'at'])
export class MailRow {
  @PrimaryColumn(key('pk_mail_outbox')) municipality!: string;
  @PrimaryColumn(key('pk_mail_outbox')) id!: string;
  @Column('text') person!: string;
  @Column('text', { name: 'asked_by' }) askedBy!: string;
  @Column('text') recipient!: string;
  @Column('text') subject!: string;
  @Column('text') text!: string;
  @Column('text') at!: string;
  @Column('text') state!: 'waiting' | 'sent' | 'kept' | 'failed';
  @Column('integer') tries!: number;
  @Column('text', { name: 'next_at' }) nextAt!: string;
  @Column('text', { nullable: true }) claim!: string | null;
  @Column('text', { nullable: true }) fault!: string | null;
}

export const teamsTables = [AccessLogRow, MailRow];
