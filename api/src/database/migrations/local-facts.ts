import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each municipality says for itself in guides, and who has changed it. */
export class LocalFacts1764000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['local_fact_change', 'local_fact']) await runner.query(`DROP TABLE "${table}"`);
  }
}

const tables = [
  `CREATE TABLE "local_fact" ("municipality" text NOT NULL, "name" text NOT NULL, "value" text NOT NULL,
     CONSTRAINT "pk_local_fact" PRIMARY KEY ("municipality", "name"))`,
  `CREATE TABLE "local_fact_change" ("municipality" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "value" text NOT NULL,
     "at" text NOT NULL, "changed_by" text NOT NULL,
     CONSTRAINT "pk_local_fact_change" PRIMARY KEY ("municipality", "id"))`,
  `CREATE INDEX "ix_local_fact_change_name" ON "local_fact_change" ("municipality", "name", "at")`,
];
