import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A signed-in browser. Only the SHA-256 of the cookie is kept. */
@Entity('session')
@Index('ix_session_expires', ['expires'])
export class SessionRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_session' }) hash!: string;
  @Column('text') municipality!: string;
  @Column('text') person!: string;
  @Column('text') expires!: string;
}

/** A person's own key for `Authorization: Bearer`. */
@Entity('personal_token')
export class PersonalTokenRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_personal_token' }) hash!: string;
  @Column('text') municipality!: string;
  @Column('text') person!: string;
  @Column('text') label!: string;
  @Column('text', { nullable: true }) expires!: string | null;
}

export const loginTables = [SessionRow, PersonalTokenRow];
