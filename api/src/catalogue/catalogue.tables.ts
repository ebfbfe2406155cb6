import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const key = (constraint: string) => ({ type: 'text', primaryKeyConstraintName: constraint }) as const;

/** A course that a municipality has published. `current` is the address of its newest version. */
@Entity('course')
@Index('ix_course_municipality', ['municipality'])
export class CourseRow {
  @Column('text') municipality!: string;
  @PrimaryColumn(key('pk_course')) id!: string;
  @Column('text') slug!: string;
  @Column('text') iri!: string;
  @Column('text') current!: string;
}

/** A published state of a course. Nothing in it ever changes. */
@Entity('course_version')
@Index('uq_course_version_number', ['course', 'number'], { unique: true })
export class CourseVersionRow {
  @Column('text') municipality!: string;
  @Column('text') course!: string;
  @Column('integer') number!: number;
  @PrimaryColumn(key('pk_course_version')) hash!: string;
  @Column('text') title!: string;
  @Column('integer') minutes!: number;
  @Column('text') licence!: string;
  @Column('text') publisher!: string;
  /** JSON: texts. */
  @Column('text') topics!: string;
  /** JSON: language, title and summary of each edition, the main one first. */
  @Column('text') editions!: string;
  @Column('text', { name: 'published_at' }) publishedAt!: string;
  @Column('text', { name: 'published_by' }) publishedBy!: string;
  /** The name of whoever published it, as it was then. */
  @Column('text') author!: string;
  @Column('text') note!: string;
  /** JSON: path and hash of every file it was made from; the bytes are in storage. */
  @Column('text') source!: string;
  /** JSON: the Course. Last, so that whoever does not ask for it does not read past it. */
  @Column('text') content!: string;
}

/** A municipality has a course in use, its own or another's. */
@Entity('adoption')
@Index('ix_adoption_course', ['course'])
export class AdoptionRow {
  @PrimaryColumn(key('pk_adoption')) municipality!: string;
  @PrimaryColumn(key('pk_adoption')) course!: string;
  @Column('text') since!: string;
  @Column('text', { name: 'adopted_by' }) adoptedBy!: string;
}

/** What a version changed since the one before, and what its author wanted done again. Nothing in it ever changes. */
@Entity('version_change')
@Index('ix_version_change_course', ['course', 'number'])
export class VersionChangeRow {
  @Column('text') municipality!: string;
  @Column('text') course!: string;
  @Column('integer') number!: number;
  /** The address of the version. */
  @PrimaryColumn(key('pk_version_change')) hash!: string;
  @Column('text') at!: string;
  /** 0 or 1: everybody takes the guide again, also those who have finished. */
  @Column('integer', { name: 'redo_all' }) redoAll!: number;
  /** JSON: Redo. */
  @Column('text') redo!: string;
  /** JSON: VersionChange, those that are not cosmetic. */
  @Column('text') changes!: string;
}

/** What a municipality says for itself in guides, by the name guides ask for it by. */
@Entity('local_fact')
export class LocalFactRow {
  @PrimaryColumn(key('pk_local_fact')) municipality!: string;
  @PrimaryColumn(key('pk_local_fact')) name!: string;
  @Column('text') value!: string;
}

/** Each time somebody has filled in a local fact, or taken it away: then the value is empty. */
@Entity('local_fact_change')
@Index('ix_local_fact_change_name', ['municipality', 'name', 'at'])
export class LocalFactChangeRow {
  @PrimaryColumn(key('pk_local_fact_change')) municipality!: string;
  @PrimaryColumn(key('pk_local_fact_change')) id!: string;
  @Column('text') name!: string;
  @Column('text') value!: string;
  @Column('text') at!: string;
  @Column('text', { name: 'changed_by' }) changedBy!: string;
}

export const catalogueTables = [
  CourseRow,
  CourseVersionRow,
  AdoptionRow,
  VersionChangeRow,
  LocalFactRow,
  LocalFactChangeRow,
];
