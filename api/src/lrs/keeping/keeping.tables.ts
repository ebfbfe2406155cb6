import { Column, Entity, PrimaryColumn } from 'typeorm';

const key = (constraint: string) => ({ type: 'text', primaryKeyConstraintName: constraint }) as const;

/** How long a category of statements is kept. No row: for good. */
@Entity('retention_rule')
export class RetentionRuleRow {
  @PrimaryColumn(key('pk_retention_rule')) municipality!: string;
  @PrimaryColumn(key('pk_retention_rule')) category!: string;
  @Column('integer') months!: number;
}

/** What the last run of retention did for a municipality. */
@Entity('retention_run')
export class RetentionRunRow {
  @PrimaryColumn(key('pk_retention_run')) municipality!: string;
  @Column('text') at!: string;
  @Column('bigint') removed!: number;
}

export const keepingTables = [RetentionRuleRow, RetentionRunRow];
