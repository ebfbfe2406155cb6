import { type CanActivate, createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Agent, XapiVersion } from '@kursdugnad/core/xapi/statement.js';
import { Problem, type Said } from '../http/problem.js';
import type { Request } from '../http/request.js';
import { Decided } from '../settings.module.js';
import type { Settings } from '../settings.js';
import type { Credential, Scope } from './credentials.js';
import { KnownCredentials } from './known-credentials.js';
import { SpokenVersions, versionHeader, versionIn } from './spoken-versions.js';

/** Who speaks with the LRS, in which version of xAPI. */
export interface Speaker extends Credential {
  version: XapiVersion;
  /** Who vouches for the statements that come in with this key. */
  authority: Agent;
}

declare module 'fastify' {
  interface FastifyRequest {
    speaker?: Speaker;
  }
}

/** Lets in who has a key and says which version is spoken; tells the version in every answer. */
@Injectable()
export class MaySpeak implements CanActivate {
  constructor(
    @Inject(KnownCredentials) private readonly credentials: KnownCredentials,
    @Inject(Decided) private readonly settings: Settings,
    @Inject(SpokenVersions) private readonly spoken: SpokenVersions,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const speaker = this.speakerOf(context.switchToHttp().getRequest<Request>());
    return speaker instanceof Promise ? speaker.then(() => true) : true;
  }

  /** Who sent this; whom we know need not wait. Throws or rejects with a Problem. */
  speakerOf(request: Request): Speaker | Promise<Speaker> {
    const credential = this.credentials.by(request.headers.authorization);
    if (credential instanceof Promise) return credential.then((found) => this.letIn(request, found));
    return this.letIn(request, credential);
  }

  private letIn(request: Request, credential: Credential | null): Speaker {
    if (!credential) throw new Problem('unauthenticated', wrongKey);
    const version = versionIn(request.headers[versionHeader]);
    if (!version) throw new Problem('invalid', noVersion, [{ at: 'X-Experience-API-Version', message: noVersion.en }]);
    this.spoken.remember(credential.key, version);
    const account = { homePage: this.settings.publicUrl, name: `lrs:${credential.key}` };
    request.speaker = { ...credential, version, authority: { objectType: 'Agent', account } };
    return request.speaker;
  }
}

/** Who speaks: only behind MaySpeak. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Speaker => {
  const { speaker } = context.switchToHttp().getRequest<Request>();
  if (speaker) return speaker;
  throw new Problem('unauthenticated', wrongKey);
});

/** Throws `forbidden` unless the key has one of the scopes; `all` has every one. */
export function mustHave(speaker: Speaker, ...wanted: Scope[]): void {
  if (speaker.scopes.some((scope) => scope === 'all' || wanted.includes(scope))) return;
  throw new Problem('forbidden', {
    nb: `Nøkkelen mangler tilgangen ${wanted[0] ?? ''}.`,
    nn: `Nøkkelen manglar tilgangen ${wanted[0] ?? ''}.`,
    en: `The key lacks the scope ${wanted[0] ?? ''}.`,
  });
}

const wrongKey: Said = {
  nb: 'LRS-nøkkelen mangler, er feil eller har gått ut.',
  nn: 'LRS-nøkkelen manglar, er feil eller har gått ut.',
  en: 'The LRS key is missing, wrong or has expired.',
};
const noVersion: Said = {
  nb: 'Headeren X-Experience-API-Version mangler eller er ukjent. Bruk 1.0.3 eller 2.0.0.',
  nn: 'Headeren X-Experience-API-Version manglar eller er ukjend. Bruk 1.0.3 eller 2.0.0.',
  en: 'The header X-Experience-API-Version is missing or unknown. Use 1.0.3 or 2.0.0.',
};
