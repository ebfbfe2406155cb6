import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const key = (constraint: string) => ({ type: 'text', primaryKeyConstraintName: constraint }) as const;

/** A role (null: everybody) must have a competence, shown by completing the course. Days in Norway. */
@Entity('requirement')
export class RequirementRow {
  @PrimaryColumn(key('pk_requirement')) municipality!: string;
  @PrimaryColumn(key('pk_requirement')) id!: string;
  @Column('text') competence!: string;
  @Column('text', { nullable: true }) role!: string | null;
  @Column('text') course!: string;
  @Column('integer', { name: 'valid_months', nullable: true }) validMonths!: number | null;
  @Column('integer', { name: 'deadline_days' }) deadlineDays!: number;
  @Column('text') starts!: string;
  /** The last day in force. */
  @Column('text', { nullable: true }) ends!: string | null;
  @Column('text', { name: 'stated_by' }) statedBy!: string;
  @Column('text', { name: 'stated_at' }) statedAt!: string;
}

/**
 * The facts of a person and a requirement in one period that it applies to them: never what day it is. Derived from
 * requirement, employment and registration; `Competence.recompute` makes it anew.
 */
@Entity('fulfilment')
@Index('ix_fulfilment_requirement', ['municipality', 'requirement'])
export class FulfilmentRow {
  @PrimaryColumn(key('pk_fulfilment')) municipality!: string;
  @PrimaryColumn(key('pk_fulfilment')) person!: string;
  @PrimaryColumn(key('pk_fulfilment')) requirement!: string;
  @PrimaryColumn(key('pk_fulfilment')) starts!: string;
  @Column('text', { nullable: true }) ends!: string | null;
  @Column('text') due!: string;
  @Column('text', { name: 'fulfilled_on', nullable: true }) on!: string | null;
  @Column('text', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  /** Per cent of the registration under way. */
  @Column('integer', { nullable: true }) progress!: number | null;
}

export const competenceTables = [RequirementRow, FulfilmentRow];
