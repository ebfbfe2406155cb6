import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { has, type Right } from '@kursdugnad/core/contract/caller.js';
import type { Conversation } from '@kursdugnad/core/contract/conversation.js';
import { conversationKey } from './answers.js';
import { Callers } from './callers.js';
import { Problem, type Said } from './problem.js';
import type { Request } from './request.js';

/** The one place that decides who may open a conversation. A route without a conversation decides for itself. */
@Injectable()
export class MayAsk implements CanActivate {
  constructor(@Inject(Callers) private readonly callers: Callers) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const conversation = Reflect.getMetadata(conversationKey, context.getHandler()) as Conversation | undefined;
    return conversation === undefined || this.mayOpen(conversation, context.switchToHttp().getRequest<Request>());
  }

  private async mayOpen({ who }: Conversation, request: Request): Promise<boolean> {
    const caller = await this.callers.callerOf(request);
    if (caller) request.caller = caller;
    if (who === 'anyone') return true;
    if (!caller) throw new Problem('unauthenticated', signInFirst);
    if (who !== 'signed-in' && !has(caller, who)) throw new Problem('forbidden', onlyFor[who]);
    return true;
  }
}

const signInFirst: Said = { nb: 'Logg inn først.', nn: 'Logg inn først.', en: 'Sign in first.' };

const onlyFor: Record<Right, Said> = {
  learner: { nb: 'Dette er bare for ansatte.', nn: 'Dette er berre for tilsette.', en: 'This is for employees only.' },
  leader: {
    nb: 'Dette er bare for ledere. Du er ikke registrert som leder for noen enhet.',
    nn: 'Dette er berre for leiarar. Du er ikkje registrert som leiar for noka eining.',
    en: 'This is for leaders only. You are not registered as the leader of any unit.',
  },
  author: {
    nb: 'Dette er bare for kursforfattere. Be administratoren om tilgang hvis du skal lage kurs.',
    nn: 'Dette er berre for kursforfattarar. Be administratoren om tilgang om du skal lage kurs.',
    en: 'This is for course authors only. Ask the administrator for access if you are to make courses.',
  },
  coordinator: {
    nb: 'Dette er bare for kompetansekoordinatorer.',
    nn: 'Dette er berre for kompetansekoordinatorar.',
    en: 'This is for competence coordinators only.',
  },
  administrator: {
    nb: 'Dette er bare for administratorer.',
    nn: 'Dette er berre for administratorar.',
    en: 'This is for administrators only.',
  },
  reporter: {
    nb: 'Dette er bare for rapportbrukere.',
    nn: 'Dette er berre for rapportbrukarar.',
    en: 'This is for reporters only.',
  },
};
