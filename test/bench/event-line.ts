import { get } from 'node:http';

export interface EventLine {
  close(): void;
}

/** Follows a stream of server-sent events; tells each `cell` event as it arrives. Resolves when the line is open. */
export function eventLine(
  url: string,
  headers: Record<string, string>,
  onCell: (data: string, at: number) => void,
): Promise<EventLine> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { headers: { ...headers, accept: 'text/event-stream' } }, (reply) => {
      if (reply.statusCode !== 200) return reject(new Error(`${url}: ${reply.statusCode}`));
      let rest = '';
      reply.setEncoding('utf8');
      reply.on('data', (text: string) => {
        const at = performance.now();
        const events = (rest + text).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          const [, data] = /^event: cell\ndata: (.*)$/m.exec(event) ?? [];
          if (data !== undefined) onCell(data, at);
        }
      });
      reply.on('error', () => undefined);
      resolve({ close: () => asked.destroy() });
    });
    asked.on('error', reject);
  });
}
