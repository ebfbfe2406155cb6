import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How long a client may take, in milliseconds. Who takes longer is let go, and holds neither connection nor memory. */
export interface Patience {
  /** To send the headers of a request. */
  headers: number;
  /** Without a byte in either direction, while something is under way. A live line beats more often than that. */
  silence: number;
  /** To send a whole request: 256 MB of attachments at half a megabyte a second. */
  request: number;
  /** Between two requests on one connection. */
  idle: number;
  /** To send the rest of what has been refused already. */
  refused: number;
}

export const usualPatience: Patience = {
  headers: 15_000,
  silence: 120_000,
  request: 600_000,
  idle: 72_000,
  refused: 10_000,
};

/** The same in the words of Fastify and of Node's server. */
export function timeouts({ headers, silence, request, idle }: Omit<Patience, 'refused'>) {
  return {
    connectionTimeout: silence,
    requestTimeout: request,
    keepAliveTimeout: idle,
    http: { headersTimeout: headers, connectionsCheckingInterval: Math.min(5000, headers) },
  };
}

/**
 * Who is still sending would not hear an answer: a connection that is closed on unread bytes is reset, and the answer
 * is lost with it (RFC 9112, 9.6). So the rest is read and forgotten first, for a while.
 */
export function hearOut(server: FastifyInstance, { refused }: Patience): void {
  server.addHook('onSend', (request, _reply, payload, done) => {
    const { raw } = request;
    if (raw.readableEnded || raw.destroyed || !bringsMore(request)) {
      done(null, payload);
      return;
    }
    const answer = () => {
      clearTimeout(timer);
      raw.off('end', answer).off('close', answer);
      done(null, payload);
    };
    const timer = setTimeout(answer, refused);
    raw.on('end', answer).on('close', answer).resume();
  });
}

function bringsMore({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
