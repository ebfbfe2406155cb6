import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Lrs1763740000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // SQLite keeps the keys in one tree instead of two.
    const oneTree = runner.connection.options.type === 'postgres' ? '' : ' WITHOUT ROWID';
    for (const statement of tables(oneTree)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'lrs_credential',
      'document',
      'attachment',
      'activity_definition',
      'statement_key',
      'statement',
    ])
      await runner.query(`DROP TABLE "${table}"`);
  }
}

const tables = (oneTree: string) => [
  `CREATE TABLE "statement" ("municipality" text NOT NULL, "id" text NOT NULL, "seq" bigint NOT NULL, "voided" integer NOT NULL, "text" text NOT NULL,
     CONSTRAINT "pk_statement" PRIMARY KEY ("municipality", "id"))`,
  `CREATE INDEX "ix_statement_seq" ON "statement" ("municipality", "seq", "id")`,
  `CREATE TABLE "statement_key" ("municipality" text NOT NULL, "key" text NOT NULL, "seq" bigint NOT NULL, "statement" text NOT NULL, "via" text NOT NULL,
     CONSTRAINT "pk_statement_key" PRIMARY KEY ("municipality", "key", "seq", "statement", "via"))${oneTree}`,
  `CREATE TABLE "activity_definition" ("municipality" text NOT NULL, "activity" text NOT NULL, "hash" text NOT NULL, "seq" bigint NOT NULL, "text" text NOT NULL,
     CONSTRAINT "pk_activity_definition" PRIMARY KEY ("municipality", "activity", "hash"))`,
  `CREATE TABLE "attachment" ("municipality" text NOT NULL, "sha2" text NOT NULL, "file" text NOT NULL, "size" bigint NOT NULL,
     CONSTRAINT "pk_attachment" PRIMARY KEY ("municipality", "sha2"))`,
  `CREATE TABLE "document" ("municipality" text NOT NULL, "place" text NOT NULL, "id" text NOT NULL, "type" text NOT NULL, "content" text NOT NULL,
     "etag" text NOT NULL, "updated" text NOT NULL,
     CONSTRAINT "pk_document" PRIMARY KEY ("municipality", "place", "id"))`,
  `CREATE TABLE "lrs_credential" ("credential_key" text NOT NULL, "municipality" text NOT NULL, "hash" text NOT NULL, "scopes" text NOT NULL,
     "label" text NOT NULL, "expires" text,
     CONSTRAINT "pk_lrs_credential" PRIMARY KEY ("credential_key"))`,
];
