import { randomUUID } from 'node:crypto';
import pg from 'pg';

export async function newDatabase(address) {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${address}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return `${address}/${name}`;
}
