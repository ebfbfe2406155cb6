import type { AppLoadContext } from 'react-router';
import { cookieValue } from './language.server.js';

/** Over HTTPS the name binds the cookie to this host alone. */
function cookieName(context: AppLoadContext): string {
  return context.secureCookie ? '__Host-session' : 'session';
}

/** Whether the browser brings a session at all; only api knows whether it still holds. */
export function hasSession(request: Request, context: AppLoadContext): boolean {
  return Boolean(cookieValue(request, cookieName(context)));
}

export function sessionCookieHeader(token: string, seconds: number, context: AppLoadContext): string {
  const secure = context.secureCookie ? '; Secure' : '';
  return `${cookieName(context)}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

export function endedSessionHeader(context: AppLoadContext): string {
  return sessionCookieHeader('', 0, context);
}
