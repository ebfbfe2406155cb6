import * as authoring from './authoring.js';
import * as catalogue from './catalogue.js';
import * as competence from './competence.js';
import type { Conversation } from './conversation.js';
import * as draftFiles from './draft-files.js';
import * as erasure from './erasure.js';
import * as learn from './learn.js';
import * as localFacts from './local-facts.js';
import * as login from './login.js';
import * as lrs from './lrs.js';
import * as newVersion from './new-version.js';
import * as statementViewer from './statement-viewer.js';
import * as teams from './teams.js';

function isConversation(value: unknown): value is Conversation {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'who' in value;
}

/** All that can be said over `/api`: OpenAPI and the test of who may not are made from this list. */
export const everyConversation: Conversation[] = [
  login,
  learn,
  teams,
  catalogue,
  localFacts,
  authoring,
  newVersion,
  draftFiles,
  competence,
  statementViewer,
  erasure,
  lrs,
].flatMap((room) => Object.values<unknown>(room).filter(isConversation));
