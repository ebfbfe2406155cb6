import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { Caller } from '@kursdugnad/core/contract/caller.js';
import type { Answered, Conversation } from '@kursdugnad/core/contract/conversation.js';
import { Problem } from './problem.js';
import type { Request } from './request.js';
import { heard } from './heard.js';

export const conversationKey = 'conversation';

type Handler<C extends Conversation> = TypedPropertyDescriptor<(...given: never[]) => Promise<Answered<C>>>;

/**
 * The method answers this conversation: its path, status and who may ask come from the contract, its first two
 * arguments are the caller (`@By()`) and what is asked (`@Asked()`).
 */
export function Answers<C extends Conversation>(conversation: C) {
  const decorate = applyDecorators(
    RequestMapping({ path: conversation.path, method: RequestMethod[conversation.method] }),
    HttpCode(conversation.status ?? 200),
    SetMetadata(conversationKey, conversation),
  );
  return (target: object, key: string, descriptor: Handler<C>): void => {
    decorate(target, key, descriptor);
  };
}

/** As Answers, for what is not JSON: the method writes the reply itself. */
export function Serves(conversation: Conversation) {
  return applyDecorators(
    RequestMapping({ path: conversation.path, method: RequestMethod[conversation.method] }),
    SetMetadata(conversationKey, conversation),
  );
}

/** Who asks. Only in conversations that are not for `anyone`. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<Request>();
  if (caller) return caller;
  throw new Problem('unauthenticated', { nb: 'Logg inn først.', nn: 'Logg inn først.', en: 'Sign in first.' });
});

/** What is asked: parameters, query and body of the conversation in one validated object. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): unknown => {
  const conversation = Reflect.getMetadata(conversationKey, context.getHandler()) as Conversation;
  return heard(conversation, context.switchToHttp().getRequest<Request>());
});
