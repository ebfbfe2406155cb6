import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Catalogue1763740000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['adoption', 'course_version', 'course']) await runner.query(`DROP TABLE "${table}"`);
  }
}

const tables = [
  `CREATE TABLE "course" ("municipality" text NOT NULL, "id" text NOT NULL, "slug" text NOT NULL, "iri" text NOT NULL, "current" text NOT NULL,
     CONSTRAINT "pk_course" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ix_course_municipality" ON "course" ("municipality")`,
  `CREATE TABLE "course_version" ("municipality" text NOT NULL, "course" text NOT NULL, "number" integer NOT NULL, "hash" text NOT NULL,
     "title" text NOT NULL, "minutes" integer NOT NULL, "licence" text NOT NULL, "publisher" text NOT NULL, "topics" text NOT NULL,
     "editions" text NOT NULL, "published_at" text NOT NULL, "published_by" text NOT NULL, "author" text NOT NULL, "note" text NOT NULL,
     "source" text NOT NULL, "content" text NOT NULL,
     CONSTRAINT "pk_course_version" PRIMARY KEY ("hash"))`,
  `CREATE UNIQUE INDEX "uq_course_version_number" ON "course_version" ("course", "number")`,
  `CREATE TABLE "adoption" ("municipality" text NOT NULL, "course" text NOT NULL, "since" text NOT NULL, "adopted_by" text NOT NULL,
     CONSTRAINT "pk_adoption" PRIMARY KEY ("municipality", "course"))`,
  `CREATE INDEX "ix_adoption_course" ON "adoption" ("course")`,
];
