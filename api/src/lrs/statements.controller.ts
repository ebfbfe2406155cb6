import { Controller, Get, HttpCode, Inject, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import { type Format, formats, inOneLanguage, languagesIn, withIdsOnly } from '@kursdugnad/core/xapi/formats.js';
import { identifierOf } from '@kursdugnad/core/xapi/mentioned.js';
import type { Statement } from '@kursdugnad/core/xapi/statement.js';
import { notFound } from '../http/problem.js';
import type { Reply, Request } from '../http/request.js';
import { Storage } from '../storage/storage.js';
import { AskedParameters, wrong } from './asked-parameters.js';
import { Attachments } from './attachments.js';
import { type Incoming, IncomingStatements } from './incoming-statements.js';
import { sendInParts } from './multipart-answer.js';
import { By, MaySpeak, mustHave, type Speaker } from './speaker.js';
import { type Found, statementIn, StatementReading } from './statement-reading.js';
import type { Search } from './statement-search.js';
import { StoringTogether } from './storing-together.js';

const singular = ['statementId', 'voidedStatementId', 'attachments', 'format'];
const filters = ['agent', 'verb', 'activity', 'registration', 'related_activities', 'related_agents'];
const plural = [...filters, 'since', 'until', 'limit', 'ascending', 'after'];
const mostAtOnce = 500;
const unlessAsked = 100;
const listStart = Buffer.from('{"statements":[');
const comma = Buffer.from(',');
const consistentThrough = 'x-experience-api-consistent-through';

/** The Statement Resource (xAPI 1.0.3 Communication 2.1). */
@Controller('/xapi/statements')
@UseGuards(MaySpeak)
export class StatementsController {
  constructor(
    @Inject(StoringTogether) private readonly storing: StoringTogether,
    @Inject(StatementReading) private readonly reading: StatementReading,
    @Inject(IncomingStatements) private readonly incoming: IncomingStatements,
    @Inject(Attachments) private readonly attachments: Attachments,
    @Inject(Storage) private readonly storage: Storage,
  ) {}

  @Post()
  @HttpCode(200)
  async post(@By() speaker: Speaker, @Req() request: Request): Promise<string[]> {
    mustHave(speaker, 'statements/write');
    new AskedParameters(request.query, [], speaker.version);
    return this.store(speaker, await this.incoming.read(request, speaker.version));
  }

  @Put()
  @HttpCode(204)
  async put(@By() speaker: Speaker, @Req() request: Request): Promise<void> {
    mustHave(speaker, 'statements/write');
    const asked = new AskedParameters(request.query, ['statementId'], speaker.version);
    asked.mustHave('statementId');
    const id = asked.uuid('statementId');
    const incoming = await this.incoming.read(request, speaker.version);
    if (incoming.isList) throw wrong('body', 'PUT takes one statement');
    const [statement] = incoming.statements;
    if (!statement || (statement.id !== undefined && statement.id.toLowerCase() !== id))
      throw wrong('statementId', 'is not the id of the statement');
    await this.store(speaker, { ...incoming, statements: [{ ...statement, id: statement.id ?? id }] });
  }

  @Get()
  async get(@By() speaker: Speaker, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    void reply.header(consistentThrough, await this.reading.consistentThrough());
    mustHave(speaker, 'statements/read', 'statements/read/mine', 'all/read');
    const asked = new AskedParameters(request.query, [...singular, ...plural], speaker.version);
    const shape = shaper(asked.oneOf('format', formats, 'exact'), request.headers['accept-language']);
    const isWithAttachments = asked.isTrue('attachments');
    const isSingle = asked.has('statementId') || asked.has('voidedStatementId');
    const { found, json } = isSingle
      ? await this.one(speaker, asked, reply, shape)
      : await this.many(speaker, asked, reply, shape, request.query as Record<string, string>);
    if (!isWithAttachments) {
      void reply.type('application/json; charset=utf-8').send(json);
      return;
    }
    const mentioning = found.map((one) => ({ municipality: one.municipality, statement: statementIn(one) }));
    const files = await this.attachments.mentionedIn(mentioning, { shown: hasOnlyMine(speaker) });
    sendInParts(reply, json, files, this.storage);
  }

  private async one(speaker: Speaker, asked: AskedParameters, reply: Reply, shape: Shape): Promise<Answered> {
    const others = asked.names().filter((name) => !['attachments', 'format'].includes(name));
    if (others.length > 1) throw wrong(others[1] ?? '', `does not go with ${others[0] ?? ''}`);
    const isVoided = asked.has('voidedStatementId');
    const id = asked.uuid(isVoided ? 'voidedStatementId' : 'statementId') ?? '';
    const found = await this.reading.one(speaker.sees, id, isVoided);
    if (found === null || !isSeenBy(speaker, found)) throw notFound();
    const { stored } = statementIn(found);
    void reply.header('last-modified', new Date(stored).toUTCString());
    void reply.header(consistentThrough, await this.reading.consistentThrough(stored));
    return { found: [found], json: shape(found) };
  }

  private async many(
    speaker: Speaker,
    asked: AskedParameters,
    reply: Reply,
    shape: Shape,
    query: Record<string, string>,
  ): Promise<Answered> {
    const search = { ...searchIn(asked), ...(hasOnlyMine(speaker) ? { vouchedBy: speaker.authority } : {}) };
    const page = await this.reading.page(speaker.sees, search);
    void reply.header(consistentThrough, page.consistentThrough);
    const { found, next } = page;
    const more = next
      ? `/xapi/statements?${new URLSearchParams({ ...query, after: `${next.seq}.${next.id}` }).toString()}`
      : '';
    return { found, json: listOf(found.map(shape), more) };
  }

  private store({ municipality, authority }: Speaker, { statements, files }: Incoming): Promise<string[]> {
    return this.storing.store({ municipality, authority, statements, files });
  }
}

/** `json` is the body, or its first part. */
interface Answered {
  found: Found[];
  json: Buffer;
}

function listOf(statements: readonly Buffer[], more: string): Buffer {
  const pieces = statements.flatMap((one, index) => (index === 0 ? [one] : [comma, one]));
  return Buffer.concat([listStart, ...pieces, Buffer.from(`],"more":${JSON.stringify(more)}}`)]);
}

function searchIn(asked: AskedParameters): Search {
  const [, seq, id] = /^(\d{1,18})\.([0-9a-f-]{36})$/.exec(asked.text('after') ?? '') ?? [];
  if (asked.has('after') && (seq === undefined || id === undefined)) throw wrong('after', 'comes from `more` only');
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
    after: seq !== undefined && id !== undefined ? { seq: Number(seq), id } : undefined,
    relatedAgents: asked.isTrue('related_agents'),
    relatedActivities: asked.isTrue('related_activities'),
    ascending: asked.isTrue('ascending'),
    limit: limit === 0 ? mostAtOnce : Math.min(limit, mostAtOnce),
  };
}

type Shape = (found: Found) => Buffer;

function shaper(format: Format, acceptLanguage: string | undefined): Shape {
  if (format === 'exact') return ({ bytes }) => bytes;
  const languages = languagesIn(acceptLanguage);
  const shaped = format === 'ids' ? withIdsOnly : (statement: Statement) => inOneLanguage(statement, languages);
  return (found) => Buffer.from(JSON.stringify(shaped(statementIn(found))));
}

function hasOnlyMine({ scopes }: Speaker): boolean {
  return !scopes.some((scope) => scope === 'all' || scope === 'all/read' || scope === 'statements/read');
}

/** `statements/read/mine`: only what came in with this key. */
function isSeenBy(speaker: Speaker, found: Found): boolean {
  if (!hasOnlyMine(speaker)) return true;
  return identifierOf(statementIn(found).authority) === identifierOf(speaker.authority);
}
