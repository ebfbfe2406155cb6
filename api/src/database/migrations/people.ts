import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1763740000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['access_right', 'employment', 'person', 'role', 'unit', 'municipality'])
      await runner.query(`DROP TABLE "${table}"`);
  }
}

const tables = [
  `CREATE TABLE "municipality" ("orgnr" text NOT NULL, "name" text NOT NULL, "region" text NOT NULL,
     CONSTRAINT "pk_municipality" PRIMARY KEY ("orgnr"))`,
  `CREATE TABLE "unit" ("municipality" text NOT NULL, "id" text NOT NULL, "parent" text, "name" text NOT NULL, "path" text NOT NULL,
     CONSTRAINT "pk_unit" PRIMARY KEY ("municipality", "id"))`,
  `CREATE INDEX "ix_unit_path" ON "unit" ("municipality", "path")`,
  `CREATE TABLE "role" ("municipality" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL,
     CONSTRAINT "pk_role" PRIMARY KEY ("municipality", "id"))`,
  `CREATE TABLE "person" ("municipality" text NOT NULL, "id" text NOT NULL, "name" text NOT NULL, "email" text NOT NULL, "language" text NOT NULL,
     CONSTRAINT "pk_person" PRIMARY KEY ("municipality", "id"))`,
  `CREATE INDEX "ix_person_name" ON "person" ("municipality", "name")`,
  `CREATE TABLE "employment" ("municipality" text NOT NULL, "id" text NOT NULL, "person" text NOT NULL, "unit" text NOT NULL, "role" text NOT NULL,
     "share" integer NOT NULL, "starts" text NOT NULL, "ends" text,
     CONSTRAINT "pk_employment" PRIMARY KEY ("municipality", "id"))`,
  `CREATE INDEX "ix_employment_person" ON "employment" ("municipality", "person")`,
  `CREATE INDEX "ix_employment_unit" ON "employment" ("municipality", "unit")`,
  `CREATE INDEX "ix_employment_role" ON "employment" ("municipality", "role")`,
  `CREATE TABLE "access_right" ("municipality" text NOT NULL, "person" text NOT NULL, "access" text NOT NULL, "unit" text NOT NULL,
     CONSTRAINT "pk_access_right" PRIMARY KEY ("municipality", "person", "access", "unit"))`,
];
