import { type Activity, type ActivityDefinition, activityList, activityOf, type Statement } from './statement.js';

type Part = Pick<Statement, 'object' | 'context'>;

/** Every activity with a definition that a statement mentions: its object, its context and inside a sub-statement. */
export function definedActivities({ object, context }: Part): Activity[] {
  const own = activityOf(object);
  const inside = object.objectType === 'SubStatement' ? definedActivities(object) : [];
  const around = Object.values(context?.contextActivities ?? {}).flatMap(activityList);
  return [...(own ? [own] : []), ...around, ...inside].filter(({ definition }) => definition !== undefined);
}

/** What several definitions of one activity say together; of two that differ the later holds. */
export function mergedDefinition(definitions: readonly ActivityDefinition[]): ActivityDefinition {
  return definitions.reduce<ActivityDefinition>(
    (merged, { name, description, extensions, ...others }) => ({
      ...merged,
      ...others,
      ...together('name', merged.name, name),
      ...together('description', merged.description, description),
      ...together('extensions', merged.extensions, extensions),
    }),
    {},
  );
}

function together<Key extends string, Value extends object>(
  key: Key,
  one: Value | undefined,
  other: Value | undefined,
): Partial<Record<Key, Value>> {
  return one || other ? ({ [key]: { ...one, ...other } } as Record<Key, Value>) : {};
}
