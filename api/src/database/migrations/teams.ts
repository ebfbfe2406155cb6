import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Teams1763740000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['mail_outbox', 'access_log']) await runner.query(`DROP TABLE "${table}"`);
  }
}

const tables = [
  `CREATE TABLE "access_log" ("municipality" text NOT NULL, "id" text NOT NULL, "who" text NOT NULL, "whom" text NOT NULL, "what" text NOT NULL,
     "at" text NOT NULL,
     CONSTRAINT "pk_access_log" PRIMARY KEY ("municipality", "id"))`,
  `CREATE INDEX "ix_access_log_whom" ON "access_log" ("municipality", "whom", "at")`,
  `CREATE TABLE "mail_outbox" ("municipality" text NOT NULL, "id" text NOT NULL, "person" text NOT NULL, "asked_by" text NOT NULL, "recipient" text NOT NULL,
     "subject" text NOT NULL, "text" text NOT NULL, "at" text NOT NULL, "state" text NOT NULL, "tries" integer NOT NULL, "next_at" text NOT NULL,
     "claim" text, "fault" text,
     CONSTRAINT "pk_mail_outbox" PRIMARY KEY ("municipality", "id"))`,
  `CREATE INDEX "ix_mail_outbox_person" ON "mail_outbox" ("municipality", "person", "at")`,
  `CREATE INDEX "ix_mail_outbox_state" ON "mail_outbox" ("state", "next_at")`,
  `CREATE INDEX "ix_mail_outbox_at" ON "mail_outbox" ("municipality", "at")`,
];
