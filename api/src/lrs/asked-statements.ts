import { Inject, Injectable } from '@nestjs/common';
import { type Format, formats, inOneLanguage, languagesIn, withIdsOnly } from '@kursdugnad/core/xapi/formats.js';
import { identifierOf } from '@kursdugnad/core/xapi/mentioned.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { notFound } from '../http/problem.js';
import type { Reply, Request } from '../http/request.js';
import { Storage } from '../storage/storage.js';
import { AskedParameters, wrong } from './asked-parameters.js';
import { Attachments } from './attachments.js';
import { sendInParts } from './multipart-answer.js';
import { MaySpeak, mustHave, type Speaker } from './speaker.js';
import { answer, type Found, type Place, statementIn } from './statement-list.js';
import { StatementReading } from './statement-reading.js';
import type { Search } from './statement-search.js';

const singular = ['statementId', 'voidedStatementId', 'attachments', 'format'];
const filters = ['agent', 'verb', 'activity', 'registration', 'related_activities', 'related_agents'];
const plural = [...filters, 'since', 'until', 'limit', 'ascending', 'from'];
const mostAtOnce = 500;
const unlessAsked = 100;
const consistentThrough = 'x-experience-api-consistent-through';

/**
 * GET of the Statement Resource (xAPI 1.0.3 Communication 2.1.3). It stands at Fastify's own door, not behind Nest's, to
 * be as near as can be to a bare server (decision 017).
 */
@Injectable()
export class AskedStatements {
  constructor(
    @Inject(MaySpeak) private readonly maySpeak: MaySpeak,
    @Inject(StatementReading) private readonly reading: StatementReading,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Storage) private readonly storage: Storage,
  ) {}

  /** Answers whoever has a key. Rejects with a Problem. */
  async answer(request: Request, reply: Reply): Promise<Reply> {
    const speaker = this.maySpeak.speakerOf(request);
    await this.get(speaker instanceof Promise ? await speaker : speaker, request, reply);
    return reply;
  }

  private async get(speaker: Speaker, request: Request, reply: Reply): Promise<void> {
    const through = await this.reading.consistentThrough();
    void reply.header(consistentThrough, through);
    mustHave(speaker, 'statements/read', 'statements/read/mine', 'all/read');
    const asked = new AskedParameters(request.query, [...singular, ...plural], speaker.version);
    const shape = shaper(asked.oneOf('format', formats, 'exact'), request.headers['accept-language']);
    const isWithAttachments = asked.isTrue('attachments');
    const isSingle = asked.has('statementId') || asked.has('voidedStatementId');
    const asking = { speaker, request, reply, asked, shape, through };
    const { each, json } = await (isSingle ? this.one(asking) : this.many(asking));
    if (!isWithAttachments) {
      void reply.type('application/json; charset=utf-8').send(json);
      return;
    }
    const mentioning = each().map((one) => ({ municipality: one.municipality, statement: statementIn(one) }));
    const files = await this.attachments.mentionedIn(mentioning, { shown: hasOnlyMine(speaker) });
    sendInParts(reply, Buffer.from(json), files, this.storage);
  }

  private async one({ speaker, asked, reply, shape }: Asking): Promise<Answered> {
    const others = asked.names().filter((name) => !['attachments', 'format'].includes(name));
    if (others.length > 1) throw wrong(others[1] ?? '', `does not go with ${others[0] ?? ''}`);
    const isVoided = asked.has('voidedStatementId');
    const id = asked.uuid(isVoided ? 'voidedStatementId' : 'statementId') ?? '';
    const found = await this.reading.one(speaker.sees, id, isVoided);
    if (found === null || !isSeenBy(speaker, found)) throw notFound();
    const { stored } = statementIn(found);
    void reply.header('last-modified', new Date(stored).toUTCString());
    void reply.header(consistentThrough, await this.reading.consistentThrough(stored));
    return { each: () => [found], json: shape?.(found) ?? found.text };
  }

  private async many({ speaker, asked, request, reply, shape, through }: Asking): Promise<Answered> {
    const search = { ...searchIn(asked), ...(hasOnlyMine(speaker) ? { vouchedBy: speaker.authority } : {}) };
    const page = await this.reading.page(speaker.sees, search, through);
    void reply.header(consistentThrough, page.consistentThrough);
    const { list } = page;
    const more = list.next && moreOf(request, list.next);
    return { each: () => list.each(), json: answer(shape ? list.each().map(shape) : list.joined, more) };
  }
}

interface Asking {
  speaker: Speaker;
  request: Request;
  reply: Reply;
  asked: AskedParameters;
  shape: Shape | null;
  /** What was consistent before anything was looked up. */
  through: string;
}

/** `json` is the body, or its first part. */
interface Answered {
  each: () => Found[];
  json: string;
}

/** Every parameter as it was asked for, and where the next page begins. */
function moreOf({ raw }: Request, { seq, id }: Place): string {
  const query = raw.url?.split('?')[1] ?? '';
  const others = query.split('&').filter((parameter) => parameter !== '' && !parameter.startsWith('from='));
  return `/xapi/statements?${[...others, `from=${seq}.${id}`].join('&')}`;
}

function searchIn(asked: AskedParameters): Search {
  const [, seq, id] = /^(\d{1,18})\.([0-9a-f-]{36})$/.exec(asked.text('from') ?? '') ?? [];
  if (asked.has('from') && (seq === undefined || id === undefined)) throw wrong('from', 'comes from `more` only');
  const agent = asked.actor('agent');
  if (agent && identifierOf(agent) === null) throw wrong('agent', 'must be identified');
  const limit = asked.number('limit') ?? unlessAsked;
  return {
    verb: asked.iri('verb'),
    activity: asked.iri('activity'),
    registration: asked.uuid('registration'),
    since: asked.instant('since'),
    until: asked.instant('until'),
    agent,
    from: seq !== undefined && id !== undefined ? { seq: Number(seq), id } : undefined,
    relatedAgents: asked.isTrue('related_agents'),
    relatedActivities: asked.isTrue('related_activities'),
    ascending: asked.isTrue('ascending'),
    limit: limit === 0 ? mostAtOnce : Math.min(limit, mostAtOnce),
  };
}

type Shape = (found: Found) => string;

/** Null where statements go out as they lie there. */
function shaper(format: Format, acceptLanguage: string | undefined): Shape | null {
  if (format === 'exact') return null;
  const languages = languagesIn(acceptLanguage);
  const shaped = format === 'ids' ? withIdsOnly : (statement: Statement) => inOneLanguage(statement, languages);
  return (found) => JSON.stringify(shaped(statementIn(found)));
}

function hasOnlyMine({ scopes }: Speaker): boolean {
  return !scopes.some((scope) => scope === 'all' || scope === 'all/read' || scope === 'statements/read');
}

/** `statements/read/mine`: only what came in with this key. */
function isSeenBy(speaker: Speaker, found: Found): boolean {
  if (!hasOnlyMine(speaker)) return true;
  return identifierOf(statementIn(found).authority) === identifierOf(speaker.authority);
}
