import { writeSync } from 'node:fs';
import type { PagesSource } from './http/pages.js';
import { type Settings, settingsFrom, WrongSetting } from './settings.js';

/** Starts the server, and stops it when asked to. */
export async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  // Only now the house itself: a wrong setting is told at once.
  const [{ openHouse }, { Operating }, { openDemo }, pages] = await Promise.all([
    import('./house.js'),
    import('./http/operating.js'),
    import('./demo/demo.js'),
    pagesSource(),
  ]);
  const app = await openHouse(settings, pages);
  const stop = async () => {
    app.get(Operating).become('stopping');
    // A second signal, or ten seconds, ends it all the same.
    setTimeout(() => process.exit(1), 10_000).unref();
    await app.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  const signIn = await openDemo(app, settings);
  // Nest's own `listen` also writes a line of its own about a port that is taken.
  const server = app.getHttpAdapter().getInstance();
  await server.listen({ port: settings.port, host: listensOn(settings) });
  say(`Kursdugnad: ${settings.publicUrl}`);
  for (const line of signIn) say(line);
}

async function pagesSource(): Promise<PagesSource> {
  if (process.env.NODE_ENV === 'development') return (await import('./http/vite-pages.js')).vitePages;
  return (await import('./http/pages.js')).builtPages;
}

/** A demo lets anybody in, so only this machine may reach it. */
function listensOn(settings: Settings): string {
  return settings.demo === false ? '0.0.0.0' : 'localhost';
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

main().catch((error: unknown) => {
  const { code, message } = error as NodeJS.ErrnoException;
  const port = process.env.PORT ?? '3000';
  const isOurs = error instanceof WrongSetting;
  if (code === 'EADDRINUSE')
    writeSync(2, `PORT ${port} is taken by another program: stop it, or set PORT to a free one.\n`);
  else if (isOurs) writeSync(2, `${message}\n`);
  else writeSync(2, `Could not start: ${error instanceof Error ? (error.stack ?? message) : String(error)}\n`);
  process.exit(1);
});
