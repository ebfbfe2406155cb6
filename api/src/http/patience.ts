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
}

export const usualPatience: Patience = { headers: 15_000, silence: 120_000, request: 600_000, idle: 72_000 };

/** The same in the words of Fastify and of Node's server. */
export function timeouts({ headers, silence, request, idle }: Patience) {
  return {
    connectionTimeout: silence,
    requestTimeout: request,
    keepAliveTimeout: idle,
    http: { headersTimeout: headers, connectionsCheckingInterval: Math.min(5000, headers) },
  };
}
