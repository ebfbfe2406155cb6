import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

/** A learning platform with one course and one learner: pages at `/lms`, the unzipped package below `/content/`. */
export interface SmallLms {
  url: string;
  /** What the run-time system has stored: scorm-again's CMI, whole, after each commit. */
  stored: Record<string, unknown> | null;
  commits: number;
  close(): Promise<void>;
}

export type ScormVersion = 'scorm12' | 'scorm2004';

const require = createRequire(import.meta.url);
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Runs a SCORM package under scorm-again, and gives it back what it stored when it is opened again. */
export async function smallLms(
  version: ScormVersion,
  files: ReadonlyMap<string, Buffer>,
  passMark: number | undefined,
) {
  const library = readFileSync(require.resolve(`scorm-again/${version}/min`), 'utf8');
  const self: SmallLms = { url: '', stored: null, commits: 0, close: async () => undefined };
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://lms').pathname;
    if (path === '/commit') {
      self.stored = JSON.parse(await bodyOf(request)) as Record<string, unknown>;
      self.commits += 1;
      return send(response, 'application/json', JSON.stringify({ result: 'true', errorCode: 0 }));
    }
    if (path === '/library.js') return send(response, 'text/javascript', library);
    if (path === '/lms') return send(response, 'text/html', lmsPage(version, self.stored, passMark));
    const file = files.get(path.slice('/content/'.length));
    if (file) return send(response, types[extname(path)] ?? 'application/octet-stream', file);
    response.writeHead(404).end();
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  self.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  self.close = () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve())));
  return self;
}

/** The platform's own page: makes the run-time system and opens the package in a frame. */
function lmsPage(version: ScormVersion, stored: Record<string, unknown> | null, passMark: number | undefined): string {
  const isNew = version === 'scorm2004';
  const api = isNew ? 'API_1484_11' : 'API';
  const made = isNew ? 'Scorm2004API' : 'Scorm12API';
  const start = JSON.stringify({ stored, passMark: passMark ?? null }).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="nb"><title>Læringsplattform</title>
<script src="/library.js"></script>
<script>
const { stored, passMark } = ${start};
const api = new ${made}({ autocommit: false, lmsCommitUrl: '/commit', dataCommitFormat: 'json', sendFullCommit: true, logLevel: 4 });
if (stored) api.loadFromJSON(stored.cmi ?? stored);
api.${isNew ? 'cmi' : 'cmi.core'}.credit = 'credit';
api.${isNew ? 'cmi' : 'cmi.core'}.entry = stored ? 'resume' : 'ab-initio';
if (passMark !== null) ${isNew ? 'api.cmi.scaled_passing_score = String(passMark)' : 'api.cmi.student_data.mastery_score = String(passMark * 100)'};
window.said = [];
for (const [name, call] of ['Initialize', 'Terminate', 'Finish', 'Commit', 'SetValue', 'GetValue'].flatMap((name) => [name, 'LMS' + name]).map((name) => [name, api[name]]))
  if (call) api[name] = (...words) => { const answer = call.apply(api, words); window.said.push([name, ...words, answer, ${isNew ? 'api.GetLastError()' : 'api.LMSGetLastError()'}]); return answer; };
window.${api} = api;
</script>
<iframe id="course" src="/content/index.html" style="width: 100%; height: 95vh; border: 0" title="Kurset"></iframe>
</html>`;
}

function send(response: ServerResponse, type: string, content: string | Buffer): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(content);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
