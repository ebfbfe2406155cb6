import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Authoring1764000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['draft_revision', 'draft']) await runner.query(`DROP TABLE "${table}"`);
  }
}

const tables = [
  `CREATE TABLE "draft" ("municipality" text NOT NULL, "id" text NOT NULL, "slug" text NOT NULL, "title" text NOT NULL, "revision" integer NOT NULL,
     "changed_at" text NOT NULL, "changed_by" text NOT NULL, "published_revision" integer, "files" text NOT NULL,
     CONSTRAINT "pk_draft" PRIMARY KEY ("municipality", "id"))`,
  `CREATE UNIQUE INDEX "uq_draft_slug" ON "draft" ("municipality", "slug")`,
  `CREATE TABLE "draft_revision" ("municipality" text NOT NULL, "draft" text NOT NULL, "revision" integer NOT NULL, "at" text NOT NULL,
     "person" text NOT NULL, "name" text NOT NULL, "files" text NOT NULL,
     CONSTRAINT "pk_draft_revision" PRIMARY KEY ("municipality", "draft", "revision"))`,
];
