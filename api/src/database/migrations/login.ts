import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Login1763740000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "session" ("hash" text NOT NULL, "municipality" text NOT NULL, "person" text NOT NULL, "expires" text NOT NULL,
      CONSTRAINT "pk_session" PRIMARY KEY ("hash"))`);
    await runner.query(`CREATE INDEX "ix_session_expires" ON "session" ("expires")`);
    await runner.query(`CREATE TABLE "personal_token" ("hash" text NOT NULL, "municipality" text NOT NULL, "person" text NOT NULL, "label" text NOT NULL,
      "expires" text, CONSTRAINT "pk_personal_token" PRIMARY KEY ("hash"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "personal_token"');
    await runner.query('DROP TABLE "session"');
  }
}
