import {
  type Activity,
  type ActivityDefinition,
  activityList,
  activityOf,
  type Actor,
  type Context,
  type InteractionComponent,
  type LanguageMap,
  type Statement,
  type StatementObject,
  type Verb,
} from './statement.js';

/** How much of a statement is answered (xAPI 1.0.3 Communication 2.1.3). */
export const formats = ['ids', 'exact', 'canonical'] as const;
export type Format = (typeof formats)[number];

type Part = { actor: Actor; verb: Verb; object: StatementObject; context?: Context };

/** Only what identifies: actors, verb, activities. */
export function withIdsOnly<P extends Part>(part: P): P {
  return reshaped(part, {
    actor: barely,
    verb: ({ id }) => ({ id }),
    activity: ({ id }) => ({ id }),
  });
}

/** One language of each text: the first asked for that is there, else the first there is. */
export function inOneLanguage(statement: Statement, languages: readonly string[]): Statement {
  const one = (map: LanguageMap): LanguageMap => bestOf(map, languages);
  return reshaped(statement, {
    actor: (actor) => actor,
    verb: (verb) => (verb.display ? { ...verb, display: one(verb.display) } : verb),
    activity: (activity) =>
      activity.definition ? { ...activity, definition: definitionIn(activity.definition, one) } : activity,
  });
}

/** Languages of an Accept-Language header, most wanted first. */
export function languagesIn(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const weight = Number(/^\s*q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
      return { tag: tag.trim().toLowerCase(), weight };
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

interface Shape {
  actor: (actor: Actor) => Actor;
  verb: (verb: Verb) => Verb;
  activity: (activity: Activity) => Activity;
}

function reshaped<P extends Part>(part: P, shape: Shape): P {
  const { actor, verb, object, context } = part;
  return {
    ...part,
    actor: shape.actor(actor),
    verb: shape.verb(verb),
    object: objectIn(object, shape),
    ...(context ? { context: contextIn(context, shape) } : {}),
  };
}

function objectIn(object: StatementObject, shape: Shape): StatementObject {
  const activity = activityOf(object);
  if (activity) return shape.activity(activity);
  if (object.objectType === 'Agent' || object.objectType === 'Group') return shape.actor(object);
  return object.objectType === 'SubStatement' ? reshaped(object, shape) : object;
}

function contextIn(context: Context, shape: Shape): Context {
  const { instructor, team, contextActivities } = context;
  const lists = Object.entries(contextActivities ?? {}).map(([kind, given]) => [
    kind,
    activityList(given).map((activity) => shape.activity(activity)),
  ]);
  return {
    ...context,
    ...(instructor ? { instructor: shape.actor(instructor) } : {}),
    ...(team ? { team: shape.actor(team) as typeof team } : {}),
    ...(contextActivities ? { contextActivities: Object.fromEntries(lists) as Context['contextActivities'] } : {}),
  };
}

/** An identified actor by its identifier alone; an anonymous group by its members'. */
function barely(actor: Actor): Actor {
  const { objectType, mbox, mbox_sha1sum: sum, openid, account } = actor;
  const identifier = mbox ? { mbox } : sum ? { mbox_sha1sum: sum } : openid ? { openid } : account ? { account } : null;
  if (objectType !== 'Group') return { ...(objectType ? { objectType } : {}), ...identifier };
  if (identifier) return { objectType, ...identifier };
  return { objectType, member: (actor.member ?? []).map((one) => barely(one) as typeof one) };
}

const componentLists = ['choices', 'scale', 'source', 'target', 'steps'] as const;

function definitionIn(definition: ActivityDefinition, one: (map: LanguageMap) => LanguageMap): ActivityDefinition {
  const result = { ...definition };
  if (result.name) result.name = one(result.name);
  if (result.description) result.description = one(result.description);
  for (const key of componentLists) {
    const list = result[key];
    if (list) result[key] = list.map((component) => componentIn(component, one));
  }
  return result;
}

function componentIn(component: InteractionComponent, one: (map: LanguageMap) => LanguageMap): InteractionComponent {
  return component.description ? { ...component, description: one(component.description) } : component;
}

/** The text in the language most wanted; the first there is when none of those wanted is there, null when there is none. */
export function textIn(map: LanguageMap | undefined, languages: readonly string[]): string | null {
  return Object.values(bestOf(map ?? {}, languages))[0] ?? null;
}

/** For each language asked for: itself, then what it is a kind of (en for en-GB), then a kind of it (en-GB for en). */
function bestOf(map: LanguageMap, languages: readonly string[]): LanguageMap {
  const tags = Object.keys(map);
  const fits: ((tag: string, wanted: string) => boolean)[] = [
    (tag, wanted) => tag === wanted,
    (tag, wanted) => wanted.startsWith(`${tag}-`),
    (tag, wanted) => tag.startsWith(`${wanted}-`),
  ];
  for (const wanted of languages) {
    for (const fit of fits) {
      const tag = tags.find((one) => fit(one.toLowerCase(), wanted));
      if (tag !== undefined) return { [tag]: map[tag] ?? '' };
    }
  }
  const [first] = tags;
  return first === undefined ? map : { [first]: map[first] ?? '' };
}
