import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Request } from './request.js';

/** Finds out who asks. The room of signing in, which lies above this one, provides it. */
export abstract class Callers {
  /** Null when nobody is signed in. Throws Problem `unauthenticated` for a token or session that is wrong or expired. */
  abstract callerOf(request: Request): Promise<Caller | null>;
}
