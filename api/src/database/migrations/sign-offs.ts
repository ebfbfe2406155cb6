import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a run has waited for a leader's sign-off. `recompute` fills it in for runs from before. */
export class SignOffs1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "registration" ADD COLUMN "asked_at" text');
    await runner.query('CREATE INDEX "ix_registration_asked" ON "registration" ("municipality", "asked_at")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_registration_asked"');
    await runner.query('ALTER TABLE "registration" DROP COLUMN "asked_at"');
  }
}
