import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const key = (constraint: string) => ({ type: 'text', primaryKeyConstraintName: constraint }) as const;

/** One learner's run of a course, bound to a version: to a newer one when the learner goes on there. */
@Entity('registration')
@Index('uq_registration_run', ['municipality', 'person', 'course', 'run'], { unique: true })
@Index('ix_registration_course', ['municipality', 'course'])
@Index('ix_registration_asked', ['municipality', 'askedAt'])
export class RegistrationRow {
  @PrimaryColumn(key('pk_registration')) municipality!: string;
  @PrimaryColumn(key('pk_registration')) id!: string;
  @Column('text') person!: string;
  @Column('text') course!: string;
  /** 1 for the first time this person takes this course. Unique, so that two tabs open one registration. */
  @Column('integer') run!: number;
  /** The course as an activity. */
  @Column('text') iri!: string;
  @Column('integer') version!: number;
  @Column('text') hash!: string;
  @Column('text') started!: string;
  /** LearnerRecord as JSON. */
  @Column('text') record!: string;
  /** Since when a practical task in it has waited for a leader's sign-off; null: nothing waits. */
  @Column('text', { name: 'asked_at', nullable: true }) askedAt!: string | null;
  /** JSON: the versions it has been through, the one it is bound to last; none while it is in the one it began in. */
  @Column('text', { default: '[]' }) stages!: string;
}

/** What core's Completion says of a registration: folded from statements, and always recomputable from them. */
@Entity('completion')
@Index('ix_completion_person', ['municipality', 'person', 'course'])
@Index('ix_completion_course', ['municipality', 'course'])
export class CompletionRow {
  @PrimaryColumn(key('pk_completion')) municipality!: string;
  @PrimaryColumn(key('pk_completion')) registration!: string;
  @Column('text') person!: string;
  @Column('text') course!: string;
  /** 0 or 1. */
  @Column('integer') completed!: number;
  @Column({ type: 'text', name: 'completed_at', nullable: true }) completedAt!: string | null;
  @Column('text') success!: string;
  @Column({ type: 'double precision', name: 'score_best', nullable: true }) scoreBest!: number | null;
  @Column({ type: 'double precision', name: 'score_last', nullable: true }) scoreLast!: number | null;
  @Column({ type: 'text', name: 'scored_at', nullable: true }) scoredAt!: string | null;
  @Column('double precision') progress!: number;
  @Column({ type: 'text', name: 'first_at', nullable: true }) firstAt!: string | null;
  @Column({ type: 'text', name: 'last_at', nullable: true }) lastAt!: string | null;
}

export const launchTables = [RegistrationRow, CompletionRow];
