import { describe, expect, test } from '@jest/globals';
import { settingsFrom, WrongSetting } from './settings.js';

describe('settings', () => {
  test.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PUBLIC_URL: 'kurs.example.no' }, 'PUBLIC_URL'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ SMTP_URL: 'mail.example.no' }, 'SMTP_URL'],
    [{ DEMO: 'yes' }, 'DEMO'],
    [{ DEMO: '1', PUBLIC_URL: 'https://kurs.example.no' }, 'DEMO'],
    [{ XAPI_KEY: 'key' }, 'XAPI_SECRET'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('%j stops the start with one sentence that names %s', (environment, variable) => {
    expect(() => settingsFrom(environment as Record<string, string>)).toThrow(WrongSetting);
    expect(() => settingsFrom(environment as Record<string, string>)).toThrow(new RegExp(variable));
  });

  test('a secret never stands in the message', () => {
    expect(() => settingsFrom({ DATABASE_URL: 'mysql://user:hunter2@host' })).toThrow(/^(?!.*hunter2)/);
  });

  test('without anything it is one machine with a demo when empty', () => {
    expect(settingsFrom({})).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      demo: 'when-empty',
    });
  });

  test.each([[{ DEMO: '0' }], [{ PUBLIC_URL: 'https://kurs.example.no' }], [{ DATABASE_URL: 'postgres://u:p@h/d' }]])(
    'no demo opens by itself with %j',
    (environment) => {
      expect(settingsFrom(environment as Record<string, string>).demo).toBe(false);
    },
  );
});
