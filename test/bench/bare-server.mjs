// The machine's floor: a bare Node server. POST writes the body as an event to every open line, then answers; a page
// shows what the events say; everything else is answered with nothing.
import { createServer } from 'node:http';

const page = `<!doctype html><title>Floor</title><p id="told"></p><script>
new EventSource('/live').addEventListener('cell', ({ data }) => { told.textContent = data; });
</script>`;
const lines = new Set();

createServer((request, reply) => {
  if (request.url === '/live') {
    reply.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('retry: 2000\n\n');
    lines.add(reply);
    reply.on('close', () => lines.delete(reply));
    return;
  }
  if (request.method !== 'POST') return reply.writeHead(200, { 'content-type': 'text/html' }).end(page);
  let body = '';
  request.on('data', (part) => {
    body += part;
  });
  request.on('end', () => {
    for (const line of lines) line.write(`event: cell\ndata: ${body}\n\n`);
    reply.writeHead(200).end('{}');
  });
}).listen(Number(process.env.PORT), 'localhost', () => process.stdout.write('bare\n'));
