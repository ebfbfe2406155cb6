import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = 'forwarding.key';

/**
 * Secrets to other LRSs must be readable to be used. They lie in the database sealed (AES-256-GCM) by a key in DATA_DIR, so
 * that a copy of the database alone opens nothing elsewhere.
 */
export function sealed(dataDir: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyIn(dataDir), nonce);
  const bytes = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return [nonce, cipher.getAuthTag(), bytes].map((part) => part.toString('base64url')).join('.');
}

/** Null when it was sealed with another key. */
export function unsealed(dataDir: string, text: string): string | null {
  const [nonce, tag, bytes] = text.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!nonce || !tag || !bytes) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyIn(dataDir), nonce).setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function keyIn(dataDir: string): Buffer {
  const path = join(dataDir, file);
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code !== 'EEXIST') throw reason;
  }
  return readFileSync(path);
}
