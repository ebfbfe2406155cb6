import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Competence1763740000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['fulfilment', 'requirement']) await runner.query(`DROP TABLE "${table}"`);
  }
}

const tables = [
  `CREATE TABLE "requirement" ("municipality" text NOT NULL, "id" text NOT NULL, "competence" text NOT NULL, "role" text, "course" text NOT NULL,
     "valid_months" integer, "deadline_days" integer NOT NULL, "starts" text NOT NULL, "ends" text, "stated_by" text NOT NULL, "stated_at" text NOT NULL,
     CONSTRAINT "pk_requirement" PRIMARY KEY ("municipality", "id"))`,
  `CREATE TABLE "fulfilment" ("municipality" text NOT NULL, "person" text NOT NULL, "requirement" text NOT NULL, "starts" text NOT NULL, "ends" text,
     "due" text NOT NULL, "fulfilled_on" text, "valid_until" text, "progress" integer,
     CONSTRAINT "pk_fulfilment" PRIMARY KEY ("municipality", "person", "requirement", "starts"))`,
  `CREATE INDEX "ix_fulfilment_requirement" ON "fulfilment" ("municipality", "requirement")`,
];
