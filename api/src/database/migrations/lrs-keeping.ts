import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lies around the LRS: who made a key, forwarding, retention, erasure. */
export class LrsKeeping1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, ...tables]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['erasure', 'retention_run', 'retention_rule', 'forwarding_set_aside', 'forwarding'])
      await runner.query(`DROP TABLE "${table}"`);
    await runner.query('DROP INDEX "ix_document_agent"');
    await runner.query('ALTER TABLE "document" DROP COLUMN "agent"');
    for (const column of ['made_at', 'made_by', 'last_used'])
      await runner.query(`ALTER TABLE "lrs_credential" DROP COLUMN "${column}"`);
  }
}

const columns = [
  `ALTER TABLE "lrs_credential" ADD COLUMN "made_at" text`,
  `ALTER TABLE "lrs_credential" ADD COLUMN "made_by" text`,
  `ALTER TABLE "lrs_credential" ADD COLUMN "last_used" text`,
  `ALTER TABLE "document" ADD COLUMN "agent" text NOT NULL DEFAULT ('')`,
  `CREATE INDEX "ix_document_agent" ON "document" ("municipality", "agent")`,
];

const tables = [
  `CREATE TABLE "forwarding" ("municipality" text NOT NULL, "id" text NOT NULL, "label" text NOT NULL, "url" text NOT NULL, "key" text NOT NULL,
     "secret" text NOT NULL, "verbs" text NOT NULL, "activities" text NOT NULL, "paused" integer NOT NULL, "cursor_seq" bigint NOT NULL,
     "cursor_id" text NOT NULL, "sent" bigint NOT NULL, "last_sent_at" text, "tries" integer NOT NULL, "next_at" text, "fault" text,
     "made_at" text NOT NULL, "made_by" text,
     CONSTRAINT "pk_forwarding" PRIMARY KEY ("municipality", "id"))`,
  `CREATE TABLE "forwarding_set_aside" ("municipality" text NOT NULL, "forwarding" text NOT NULL, "statement" text NOT NULL, "at" text NOT NULL,
     "status" integer NOT NULL, "reason" text NOT NULL, "again" integer NOT NULL,
     CONSTRAINT "pk_forwarding_set_aside" PRIMARY KEY ("municipality", "forwarding", "statement"))`,
  `CREATE TABLE "retention_rule" ("municipality" text NOT NULL, "category" text NOT NULL, "months" integer NOT NULL,
     CONSTRAINT "pk_retention_rule" PRIMARY KEY ("municipality", "category"))`,
  `CREATE TABLE "retention_run" ("municipality" text NOT NULL, "at" text NOT NULL, "removed" bigint NOT NULL,
     CONSTRAINT "pk_retention_run" PRIMARY KEY ("municipality"))`,
  `CREATE TABLE "erasure" ("municipality" text NOT NULL, "id" text NOT NULL, "at" text NOT NULL, "erased_by" text, "counts" text NOT NULL,
     CONSTRAINT "pk_erasure" PRIMARY KEY ("municipality", "id"))`,
  `CREATE INDEX "ix_erasure_at" ON "erasure" ("municipality", "at")`,
];
