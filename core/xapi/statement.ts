// The one statement type, as xAPI 1.0.3 Data 2 and IEEE 9274.1.1 (2.0) write it. What comes from outside is checked by
// `statementFaults` before it is called a Statement.

export type XapiVersion = '1.0.3' | '2.0.0';

export type LanguageMap = Record<string, string>;
export type Extensions = Record<string, unknown>;

export interface Account {
  homePage: string;
  name: string;
}

/** Exactly one of the four is present; none in an anonymous group. */
export interface Identifiers {
  mbox?: string;
  mbox_sha1sum?: string;
  openid?: string;
  account?: Account;
}

export interface Agent extends Identifiers {
  objectType?: 'Agent';
  name?: string;
}

export interface Group extends Identifiers {
  objectType: 'Group';
  name?: string;
  member?: Agent[];
}

export type Actor = Agent | Group;

export interface Verb {
  id: string;
  display?: LanguageMap;
}

export const interactionTypes = [
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
  'other',
] as const;

export interface InteractionComponent {
  id: string;
  description?: LanguageMap;
}

export interface ActivityDefinition {
  name?: LanguageMap;
  description?: LanguageMap;
  type?: string;
  moreInfo?: string;
  interactionType?: (typeof interactionTypes)[number];
  correctResponsesPattern?: string[];
  choices?: InteractionComponent[];
  scale?: InteractionComponent[];
  source?: InteractionComponent[];
  target?: InteractionComponent[];
  steps?: InteractionComponent[];
  extensions?: Extensions;
}

export interface Activity {
  objectType?: 'Activity';
  id: string;
  definition?: ActivityDefinition;
}

export interface StatementRef {
  objectType: 'StatementRef';
  id: string;
}

export interface Score {
  scaled?: number;
  raw?: number;
  min?: number;
  max?: number;
}

export interface Result {
  score?: Score;
  success?: boolean;
  completion?: boolean;
  response?: string;
  duration?: string;
  extensions?: Extensions;
}

export const contextActivityKinds = ['parent', 'grouping', 'category', 'other'] as const;
/** One activity instead of a list is accepted on the way in; it always goes out as a list. */
export type ContextActivities = Partial<Record<(typeof contextActivityKinds)[number], Activity | Activity[]>>;

export interface Context {
  registration?: string;
  instructor?: Actor;
  team?: Group;
  contextActivities?: ContextActivities;
  /** 2.0 */
  contextAgents?: { objectType: 'contextAgent'; agent: Agent; relevantTypes?: string[] }[];
  /** 2.0 */
  contextGroups?: { objectType: 'contextGroup'; group: Group; relevantTypes?: string[] }[];
  revision?: string;
  platform?: string;
  language?: string;
  statement?: StatementRef;
  extensions?: Extensions;
}

export interface Attachment {
  usageType: string;
  display: LanguageMap;
  description?: LanguageMap;
  contentType: string;
  length: number;
  sha2: string;
  fileUrl?: string;
}

export interface SubStatement {
  objectType: 'SubStatement';
  actor: Actor;
  verb: Verb;
  object: Activity | Agent | Group | StatementRef;
  result?: Result;
  context?: Context;
  timestamp?: string;
  attachments?: Attachment[];
}

export type StatementObject = Activity | Agent | Group | StatementRef | SubStatement;

export interface Statement {
  id?: string;
  actor: Actor;
  verb: Verb;
  object: StatementObject;
  result?: Result;
  context?: Context;
  timestamp?: string;
  stored?: string;
  authority?: Actor;
  version?: string;
  attachments?: Attachment[];
}

/** A statement as the LRS keeps it. */
export type StoredStatement = Statement & { id: string; timestamp: string; stored: string; authority: Actor };

const voidedVerb = 'http://adlnet.gov/expapi/verbs/voided';

/** The id of the statement that this one voids, or null (xAPI 1.0.3 Data 2.3.2). */
export function voids(statement: Statement): string | null {
  return statement.verb.id === voidedVerb ? refersTo(statement) : null;
}

/** The id of the statement that this one is about, or null. */
export function refersTo(statement: Pick<Statement, 'object'>): string | null {
  return statement.object.objectType === 'StatementRef' ? statement.object.id.toLowerCase() : null;
}

/** The activity that a statement is about, or null when it is about somebody or another statement. */
export function activityOf(object: StatementObject): Activity | null {
  return object.objectType === undefined || object.objectType === 'Activity' ? (object as Activity) : null;
}

export function activityList(given: Activity | Activity[] | undefined): Activity[] {
  return given === undefined ? [] : Array.isArray(given) ? given : [given];
}
