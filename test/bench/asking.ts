import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  body: string;
  /** From the first byte sent to the last byte received, in milliseconds. */
  took: number;
  /** `performance.now()` when it was sent, and when the whole answer was there. */
  sent: number;
  answered: number;
}

/** Asks over connections that stay open: `connections` requests at most are under way at once. */
export class Asking {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Throws when the answer is not 2xx. */
  ask(method: string, path: string, headers: Record<string, string> = {}, body?: unknown): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const content =
      text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
    return new Promise((resolve, reject) => {
      const sent = performance.now();
      const asked = request(
        this.url + path,
        { method, agent: this.agent, headers: { ...headers, ...content } },
        (reply) => {
          const parts: Buffer[] = [];
          reply.on('data', (part: Buffer) => parts.push(part));
          reply.on('error', reject);
          reply.on('end', () => {
            const answered = performance.now();
            const status = reply.statusCode ?? 0;
            const answer = { status, body: Buffer.concat(parts).toString(), took: answered - sent, sent, answered };
            if (status >= 200 && status < 300) resolve(answer);
            else reject(new Error(`${method} ${path}: ${status} ${answer.body.slice(0, 300)}`));
          });
        },
      );
      asked.on('error', reject);
      asked.end(text);
    });
  }

  async json<T>(method: string, path: string, headers?: Record<string, string>, body?: unknown): Promise<T> {
    return JSON.parse((await this.ask(method, path, headers, body)).body) as T;
  }

  close(): void {
    this.agent.destroy();
  }
}
