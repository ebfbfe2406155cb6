import { z } from 'zod';
import type { Right } from './caller.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may open a conversation: one of the rights, anybody signed in, or anybody at all. */
export type Audience = Right | 'signed-in' | 'anyone';

/**
 * One thing that web (or a third party) and api say to each other: the client, the route, the validation, OpenAPI and
 * the table of who may not are all made from it.
 */
export interface Conversation<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  name: string;
  /** One sentence for OpenAPI. */
  summary: string;
  method: Method;
  /** `/api/…` with `:name` for what `params` describes. */
  path: string;
  who: Audience;
  params: Params;
  query: Query;
  body: Body;
  answer: Answer;
  /** The media type of the answer when it is not JSON; the answer's schema is then not applied. */
  answers?: string;
  /** The media type of the body when it is not JSON; the body reaches the use case as bytes. */
  takes?: string;
  /** Status when all went well: 200 unless said. */
  status?: number;
}

const nothing = z.object({});

interface Draft {
  name: string;
  summary: string;
  method: Method;
  path: string;
  who: Audience;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  answer?: z.ZodType;
  answers?: string;
  takes?: string;
  status?: number;
}

type Nothing = typeof nothing;
type ObjectOf<T> = T extends z.ZodObject ? T : Nothing;
type SchemaOf<T> = T extends z.ZodType ? T : Nothing;

/** Fills in what a conversation leaves unsaid. */
export function conversation<const D extends Draft>(draft: D) {
  return { params: nothing, query: nothing, body: nothing, answer: nothing, ...draft } as unknown as Conversation<
    ObjectOf<D['params']>,
    ObjectOf<D['query']>,
    SchemaOf<D['body']>,
    SchemaOf<D['answer']>
  >;
}

/** An empty part adds nothing to the whole (zod types it so that every key is forbidden). */
type Part<T> = T extends Record<string, never> ? unknown : T;

/** What a caller gives (before defaults and coercion): parameters, query and body in one object. */
export type Asked<C extends Conversation> = Part<z.input<C['params']>> &
  Part<z.input<C['query']>> &
  Part<z.input<C['body']>>;
/** What the use case gets, validated. */
export type Heard<C extends Conversation> = Part<z.output<C['params']>> &
  Part<z.output<C['query']>> &
  Part<z.output<C['body']>>;
export type Answered<C extends Conversation> = z.output<C['answer']>;
