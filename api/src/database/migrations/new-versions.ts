import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each version changed, and which versions a run has been through. */
export class NewVersions1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of added) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "registration" DROP COLUMN "stages"');
    await runner.query('DROP TABLE "version_change"');
  }
}

const added = [
  `CREATE TABLE "version_change" ("municipality" text NOT NULL, "course" text NOT NULL, "number" integer NOT NULL, "hash" text NOT NULL,
     "at" text NOT NULL, "redo_all" integer NOT NULL, "redo" text NOT NULL, "changes" text NOT NULL,
     CONSTRAINT "pk_version_change" PRIMARY KEY ("hash"))`,
  `CREATE INDEX "ix_version_change_course" ON "version_change" ("course", "number")`,
  `ALTER TABLE "registration" ADD COLUMN "stages" text NOT NULL DEFAULT ('[]')`,
];
