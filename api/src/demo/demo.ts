import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import { DemoPeople } from '../login/demo-people.js';
import type { Settings } from '../settings.js';
import { makeDemoRegion } from './make-demo-region.js';

const anybody = sqlFile(import.meta.url, 'anybody.sql');

/**
 * Opens the demo region where the settings ask for it and nobody lives here yet, and takes its keys away where they do
 * not. Answers what to print: whom to sign in as.
 */
export async function openDemo(app: NestFastifyApplication, settings: Settings): Promise<string[]> {
  const demo = app.get(DemoPeople);
  if (settings.demo === false) {
    await demo.close();
    return [];
  }
  const isEmpty = (await app.get(Database).query(anybody)).length === 0;
  if (isEmpty) await makeDemoRegion(app, new Date().toISOString());
  const people = await demo.people();
  if (people.length === 0) return [];
  return [
    '',
    'This is a demo. Sign in as:',
    ...people.map(({ name, role, municipality, as }) => `  ${name} (${as}: ${role}, ${municipality})`),
  ];
}
