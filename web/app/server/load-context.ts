import type { Transport } from '@kursdugnad/core/contract/client.js';

declare module 'react-router' {
  /** What the server that hosts web gives to every loader and action. */
  interface AppLoadContext {
    transport: Transport;
    /** Of this answer's Content-Security-Policy. */
    nonce: string;
    /** Whether the site is served over HTTPS: the session cookie is then `__Host-` and Secure. */
    secureCookie: boolean;
    /** Where the guide player's files are. */
    assets: { script: string; style: string };
    /** What the log calls this request; shown where something went wrong. */
    requestId: string;
  }
}
