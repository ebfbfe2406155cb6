import type { Fault } from '@kursdugnad/core/xapi/fault.js';
import { statementFaults } from '@kursdugnad/core/xapi/statement-faults.js';
import type { Statement, XapiVersion } from '@kursdugnad/core/xapi/statement.js';
import { Problem, type Said } from '../http/problem.js';

const mostStatements = 10_000;

/** The statements of a body, valid. Throws Problem `invalid` with every fault and where it is. */
export function sentStatements(body: unknown, version: XapiVersion): Statement[] {
  const isList = Array.isArray(body);
  const given: unknown[] = isList ? body : [body];
  if (given.length === 0) throw invalid([{ at: '', message: 'there is no statement', clause: 'Communication 2.1.2' }]);
  if (given.length > mostStatements) throw new Problem('too-large', tooMany);
  const faults = given.flatMap((one, index) =>
    statementFaults(one, version).map((fault) => (isList ? { ...fault, at: inList(index, fault.at) } : fault)),
  );
  if (faults.length > 0) throw invalid(faults);
  const statements = given as Statement[];
  const repeated = version === '2.0.0' ? repeatedId(statements) : -1;
  if (repeated >= 0)
    throw invalid([{ at: inList(repeated, 'id'), message: 'is there twice', clause: 'xAPI 2.0 (IEEE 9274.1.1)' }]);
  return statements.map((statement) => ({ ...statement, version: statement.version ?? written[version] }));
}

const written: Record<XapiVersion, string> = { '1.0.3': '1.0.0', '2.0.0': '2.0.0' };

function repeatedId(statements: Statement[]): number {
  const seen = new Set<string>();
  return statements.findIndex(({ id }) => {
    const key = id?.toLowerCase();
    if (key === undefined) return false;
    const isThere = seen.has(key);
    seen.add(key);
    return isThere;
  });
}

function inList(index: number, at: string): string {
  return at === '' ? `[${index}]` : `[${index}].${at}`;
}

const said: Said = {
  nb: 'Utsagnet følger ikke xAPI. Se listen over hva som må rettes. Ingenting er lagret.',
  nn: 'Utsegna følgjer ikkje xAPI. Sjå lista over kva som må rettast. Ingenting er lagra.',
  en: 'The statement does not follow xAPI. See the list of what to correct. Nothing has been stored.',
};

const tooMany: Said = {
  nb: 'En forespørsel kan ha 10 000 utsagn. Ingenting er lagret.',
  nn: 'Ein førespurnad kan ha 10 000 utsegner. Ingenting er lagra.',
  en: 'A request may have 10 000 statements. Nothing has been stored.',
};

export function invalid(faults: Fault[]): Problem {
  // Enough to see what is wrong; a batch of thousands would repeat itself.
  const problems = faults.slice(0, 100).map(({ at, message, clause }) => ({ at, message, rule: clause }));
  return new Problem('invalid', said, problems);
}
