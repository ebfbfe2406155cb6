import { statementFaults } from '@kursdugnad/core/xapi/statement-faults.js';
import type { Agent, Statement, XapiVersion } from '@kursdugnad/core/xapi/statement.js';
import type { Given } from '../statements.js';

/** A line of an export, read. `reason`: why it is no statement that can be stored here. */
export type ImportedLine = { number: number } & ({ given: Given & { id: string } } | { reason: string });

/** Reads one line. Who vouched for it still does; where that is not said, `otherwise` does. */
export function importedLine(number: number, text: string, otherwise: Agent): ImportedLine {
  const value = parsed(text);
  if (value === undefined) return { number, reason: 'is not JSON' };
  const [fault] = statementFaults(value, versionOf(value));
  if (fault)
    return { number, reason: `${fault.at === '' ? 'the statement' : fault.at} ${fault.message} (${fault.clause})` };
  const statement = value as Statement;
  const { id, authority } = statement;
  // Without an id the same line would be another statement every time.
  if (id === undefined) return { number, reason: 'id is missing' };
  return {
    number,
    given: { id: id.toLowerCase(), statement, authority: (authority as Agent | undefined) ?? otherwise },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function versionOf(value: unknown): XapiVersion {
  const { version } = (value ?? {}) as { version?: unknown };
  return typeof version === 'string' && version.startsWith('2.') ? '2.0.0' : '1.0.3';
}
