import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Launch1763740000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['completion', 'registration']) await runner.query(`DROP TABLE "${table}"`);
  }
}

const tables = [
  `CREATE TABLE "registration" ("municipality" text NOT NULL, "id" text NOT NULL, "person" text NOT NULL, "course" text NOT NULL,
     "run" integer NOT NULL, "iri" text NOT NULL, "version" integer NOT NULL, "hash" text NOT NULL, "started" text NOT NULL, "record" text NOT NULL,
     CONSTRAINT "pk_registration" PRIMARY KEY ("municipality", "id"))`,
  `CREATE UNIQUE INDEX "uq_registration_run" ON "registration" ("municipality", "person", "course", "run")`,
  `CREATE INDEX "ix_registration_course" ON "registration" ("municipality", "course")`,
  `CREATE TABLE "completion" ("municipality" text NOT NULL, "registration" text NOT NULL, "person" text NOT NULL, "course" text NOT NULL,
     "completed" integer NOT NULL, "completed_at" text, "success" text NOT NULL, "score_best" double precision, "score_last" double precision,
     "scored_at" text, "progress" double precision NOT NULL, "first_at" text, "last_at" text,
     CONSTRAINT "pk_completion" PRIMARY KEY ("municipality", "registration"))`,
  `CREATE INDEX "ix_completion_person" ON "completion" ("municipality", "person", "course")`,
  `CREATE INDEX "ix_completion_course" ON "completion" ("municipality", "course")`,
];
