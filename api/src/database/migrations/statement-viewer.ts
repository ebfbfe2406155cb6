import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an administrator sees of the LRS that is not a statement. */
export class StatementViewer1764000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "refused_request"');
  }
}

const tables = [
  `CREATE TABLE "refused_request" ("municipality" text NOT NULL, "id" text NOT NULL, "at" text NOT NULL, "credential_key" text NOT NULL,
     "method" text NOT NULL, "resource" text NOT NULL, "version" text, "status" integer NOT NULL, "told" text NOT NULL, "body" text,
     "is_cut" integer NOT NULL,
     CONSTRAINT "pk_refused_request" PRIMARY KEY ("municipality", "id"))`,
  `CREATE INDEX "ix_refused_request_at" ON "refused_request" ("municipality", "at")`,
];
