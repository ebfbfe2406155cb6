import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const key = (constraint: string) => ({ type: 'text', primaryKeyConstraintName: constraint }) as const;

@Entity('municipality')
export class MunicipalityRow {
  /** Organisation number: nine digits. */
  @PrimaryColumn(key('pk_municipality')) orgnr!: string;
  @Column('text') name!: string;
  @Column('text') region!: string;
}

/** A node of the org tree. `path` is the ids from the top down to this one: `/a/b/c/`. */
@Entity('unit')
@Index('ix_unit_path', ['municipality', 'path'])
export class UnitRow {
  @PrimaryColumn(key('pk_unit')) municipality!: string;
  @PrimaryColumn(key('pk_unit')) id!: string;
  @Column('text', { nullable: true }) parent!: string | null;
  @Column('text') name!: string;
  @Column('text') path!: string;
}

@Entity('role')
export class RoleRow {
  @PrimaryColumn(key('pk_role')) municipality!: string;
  @PrimaryColumn(key('pk_role')) id!: string;
  @Column('text') name!: string;
}

@Entity('person')
@Index('ix_person_name', ['municipality', 'name'])
export class PersonRow {
  @PrimaryColumn(key('pk_person')) municipality!: string;
  @PrimaryColumn(key('pk_person')) id!: string;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text') language!: string;
}

/** Unit + role + share + from/to. Days in Norway; `ends` is the last day, null for open. */
@Entity('employment')
@Index('ix_employment_person', ['municipality', 'person'])
@Index('ix_employment_unit', ['municipality', 'unit'])
@Index('ix_employment_role', ['municipality', 'role'])
export class EmploymentRow {
  @PrimaryColumn(key('pk_employment')) municipality!: string;
  @PrimaryColumn(key('pk_employment')) id!: string;
  @Column('text') person!: string;
  @Column('text') unit!: string;
  @Column('text') role!: string;
  /** Per cent of full time, 0 to 100. */
  @Column('integer') share!: number;
  @Column('text') starts!: string;
  @Column('text', { nullable: true }) ends!: string | null;
}

/** What a person may do beyond learning. `unit` narrows a leader's right; `''` stands for the whole municipality. */
@Entity('access_right')
export class AccessRow {
  @PrimaryColumn(key('pk_access_right')) municipality!: string;
  @PrimaryColumn(key('pk_access_right')) person!: string;
  @PrimaryColumn(key('pk_access_right')) access!: string;
  @PrimaryColumn(key('pk_access_right')) unit!: string;
}

/** That somebody was erased, when and by whom: never who it was. */
@Entity('erasure')
@Index('ix_erasure_at', ['municipality', 'at'])
export class ErasureRow {
  @PrimaryColumn(key('pk_erasure')) municipality!: string;
  @PrimaryColumn(key('pk_erasure')) id!: string;
  @Column('text') at!: string;
  /** A person of the municipality; null: the operator. */
  @Column('text', { name: 'erased_by', nullable: true }) erasedBy!: string | null;
  /** ErasureCounts as JSON. */
  @Column('text') counts!: string;
}

export const peopleTables = [MunicipalityRow, UnitRow, RoleRow, PersonRow, EmploymentRow, AccessRow, ErasureRow];
