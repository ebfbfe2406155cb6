import { expect, test } from '@jest/globals';
import { aCourse } from '../../test/builders/course-builder.js';
import { answered, type aRecord, opened, restarted } from '../../test/builders/event-builder.js';
import { statementFaults } from '../xapi/statement-faults.js';
import type { Statement } from '../xapi/statement.js';
import { cmi5Defined, cmi5Told, type Cmi5Said, type Cmi5Session } from './cmi5-statements.js';
import { guideStatements } from './guide-statements.js';
import type { LearnerEvent } from './learner-event.js';
import { emptyRecord, recorded } from './recording.js';
import { standing } from './standing.js';

const session: Cmi5Session = {
  actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: '7' } },
  activityId: 'https://lms.example/units/1',
  registration: '6f1c1f4e-7a53-4f0e-9a3c-0d6a1d5c7c01',
  contextTemplate: {
    contextActivities: { grouping: [{ id: 'urn:kursdugnad:unit:solvik-kommune:brannvern' }] },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'økt 1' },
  },
  masteryScore: 0.8,
};
const course = aCourse();

/** Everything that is told of these happenings, one after the other. */
function told(...happenings: Parameters<typeof aRecord>): Statement[] {
  let said: Cmi5Said = [];
  let record = emptyRecord;
  return happenings.flatMap((happening, index) => {
    const at = `2026-02-03T10:0${index}:00.000Z`;
    const event = { ...happening, id: `00000000-0000-4000-9000-00000000000${index}`, at } as LearnerEvent;
    const before = standing(course, record);
    record = recorded(record, event);
    const run = { course, iri: session.activityId, revision: '', registration: session.registration };
    const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: '7' } } as const;
    const step = { event, record, before, after: standing(course, record), idOf: () => crypto.randomUUID() };
    const now = cmi5Told(session, guideStatements({ ...run, actor }, step), { said, duration: 'PT1S' });
    said = now.said;
    return now.statements;
  });
}

const verbs = (statements: Statement[]) => statements.map(({ verb }) => verb.id.replace(/^.*\//u, ''));
const isDefined = (statement: Statement) => JSON.stringify(statement).includes('context/categories/cmi5"');
const all = [opened('alarmen'), opened('slokke')];

test('passed and completed are cmi5’s own, said once; the rest is allowed', () => {
  const statements = told(...all, answered('royk', 'b'), opened('alarmen'));
  expect(verbs(statements.filter(isDefined))).toEqual(['passed', 'completed']);
  expect(verbs(statements)).toEqual(expect.arrayContaining(['experienced', 'responded', 'progressed']));
  const [passed, completed] = statements.filter(isDefined);
  expect(passed?.result).toEqual({ success: true, score: { raw: 1, max: 1, min: 0, scaled: 1 }, duration: 'PT1S' });
  expect(completed?.result).toEqual({ completion: true, duration: 'PT1S' });
});

test('one who fails and tries again may still pass in the same session', () => {
  const statements = told(...all, answered('royk', 'a'), answered('royk', 'c'), restarted, answered('royk', 'b'));
  expect(verbs(statements)).toEqual(expect.arrayContaining(['failed', 'attempted', 'passed', 'completed']));
  expect(verbs(statements.filter(isDefined))).toEqual(['passed', 'completed']);
});

test('every statement is valid, and has the session, the registration and the unit of the launch', () => {
  const extra = cmi5Defined(session, 'terminated', {
    id: crypto.randomUUID(),
    at: '2026-02-03T11:00:00.000Z',
    result: { duration: 'PT1H' },
  });
  const statements = [...told(...all, answered('royk', 'b')), extra];
  for (const statement of statements) {
    expect(statementFaults(statement, '1.0.3')).toEqual([]);
    expect(statement).toMatchObject({
      actor: session.actor,
      context: { registration: session.registration, extensions: session.contextTemplate.extensions },
    });
    const { grouping } = statement.context?.contextActivities ?? {};
    expect(grouping).toEqual(expect.arrayContaining([{ id: 'urn:kursdugnad:unit:solvik-kommune:brannvern' }]));
    expect(statement.context?.revision).toBeUndefined();
  }
});

test('the pass mark of the launch goes with passed alone', () => {
  const statements = told(...all, answered('royk', 'b'));
  const marked = statements.filter((statement) => JSON.stringify(statement.context).includes('masteryscore'));
  expect(verbs(marked)).toEqual(['passed']);
});
