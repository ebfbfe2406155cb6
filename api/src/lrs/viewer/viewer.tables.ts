import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const key = (constraint: string) => ({ type: 'text', primaryKeyConstraintName: constraint }) as const;

/** A request to the LRS that was refused. Gone after a day, and never more than 200 of a municipality. */
@Entity('refused_request')
@Index('ix_refused_request_at', ['municipality', 'at'])
export class RefusedRequestRow {
  @PrimaryColumn(key('pk_refused_request')) municipality!: string;
  @PrimaryColumn(key('pk_refused_request')) id!: string;
  @Column('text') at!: string;
  @Column('text', { name: 'credential_key' }) key!: string;
  @Column('text') method!: string;
  /** Path and parameters below the endpoint. */
  @Column('text') resource!: string;
  @Column('text', { nullable: true }) version!: string | null;
  @Column('integer') status!: number;
  /** What the sender was told, as JSON: { detail, problems }. */
  @Column('text') told!: string;
  /** The beginning of what it brought. */
  @Column('text', { nullable: true }) body!: string | null;
  /** 0 or 1. */
  @Column('integer', { name: 'is_cut' }) isCut!: number;
}

export const viewerTables = [RefusedRequestRow];
