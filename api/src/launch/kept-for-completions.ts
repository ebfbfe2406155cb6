import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { restsOn } from '@kursdugnad/core/runtime/completion-rests-on.js';
import type { StoredStatement } from '@kursdugnad/core/xapi/statement.js';
import type { Reading } from '../database/database.js';
import { Retention } from '../lrs/keeping/retention.js';
import { type Standing, standingsOf } from './completions.store.js';

/**
 * Keeps from retention what registrations rest on: all of a course that somebody is in the middle of, and of the others
 * what their completion is made from. So no completion is ever other than it was, nor a fulfilment.
 */
@Injectable()
export class KeptForCompletions implements OnModuleInit {
  constructor(@Inject(Retention) private readonly retention: Retention) {}

  onModuleInit(): void {
    this.retention.onDue((reading, municipality, statements, limit) => kept(reading, municipality, statements, limit));
  }
}

async function kept(
  reading: Reading,
  municipality: string,
  statements: StoredStatement[],
  limit: string,
): Promise<ReadonlySet<string>> {
  const registrations = new Set(statements.flatMap((statement) => registrationOf(statement) ?? []));
  const standings = await standingsOf(reading, municipality, [...registrations]);
  const isKept = (statement: StoredStatement) => {
    const standing = standings.get(registrationOf(statement) ?? '');
    return (
      standing !== undefined && (isUnderWay(standing, limit) || restsOn(standing.completion, standing.iri, statement))
    );
  };
  return new Set(statements.filter(isKept).map(({ id }) => id));
}

/** Begun, not completed, and something done in it since the limit. */
function isUnderWay({ completion: { completed, lastAt } }: Standing, limit: string): boolean {
  return !completed && (lastAt === null || lastAt > limit);
}

function registrationOf({ context }: StoredStatement): string | null {
  return context?.registration?.toLowerCase() ?? null;
}
