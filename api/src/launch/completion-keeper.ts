import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Completion } from '@kursdugnad/core/runtime/completion.js';
import { completionTouched, completionWith } from '@kursdugnad/core/runtime/completion-from-statements.js';
import { activityOf, type Statement } from '@kursdugnad/core/xapi/statement.js';
import type { Transaction } from '../database/database.js';
import { hold } from '../database/hold.js';
import { Statements } from '../lrs/statements.js';
import { isSameCompletion, type Standing, standingsOf, writeCompletions } from './completions.store.js';

export interface CompletionChange {
  municipality: string;
  person: string;
  course: string;
  registration: string;
  completion: Completion;
}

/** Told in the same transaction how far somebody has come. */
export type CompletionListener = (transaction: Transaction, changes: CompletionChange[]) => Promise<void>;

/** Keeps the completion of every registration equal to what its statements say. */
@Injectable()
export class CompletionKeeper implements OnModuleInit {
  private readonly listeners: CompletionListener[] = [];

  constructor(@Inject(Statements) private readonly statements: Statements) {}

  onModuleInit(): void {
    this.statements.onStored((transaction, municipality, statements) =>
      this.fold(transaction, municipality, statements),
    );
  }

  onChanged(listener: CompletionListener): void {
    this.listeners.push(listener);
  }

  /** Statements with a registration of another system's are none of ours. */
  private async fold(transaction: Transaction, municipality: string, statements: Statement[]): Promise<void> {
    const byRegistration = new Map<string, Statement[]>();
    for (const statement of statements) {
      const registration = statement.context?.registration?.toLowerCase();
      if (registration === undefined) continue;
      const those = byRegistration.get(registration);
      if (those) those.push(statement);
      else byRegistration.set(registration, [statement]);
    }
    if (byRegistration.size === 0) return;
    // Another system's have nothing to wait for.
    const ours = await standingsOf(transaction, municipality, [...byRegistration.keys()]);
    if (ours.size === 0) return;
    const ids = [...ours.keys()].sort();
    await hold(transaction, ids.map(registrationKey));
    const changed: Standing[] = [];
    for (const [id, standing] of await standingsOf(transaction, municipality, ids)) {
      const completion = folded(standing.completion, standing.iri, byRegistration.get(id) ?? []);
      if (!isSameCompletion(completion, standing.completion)) changed.push({ ...standing, completion });
    }
    await this.write(transaction, municipality, changed);
  }

  async write(transaction: Transaction, municipality: string, changed: Standing[]): Promise<void> {
    if (changed.length === 0) return;
    await writeCompletions(transaction, municipality, changed);
    const changes = changed.map(({ iri: _iri, ...standing }) => ({ municipality, ...standing }));
    for (const tell of this.listeners) await tell(transaction, changes);
  }
}

/** What is held while a registration changes. */
export const registrationKey = (registration: string) => `registration ${registration}`;

/** Only what is said about the course itself completes it. */
export function folded(completion: Completion, iri: string, statements: readonly Statement[]): Completion {
  return statements.reduce((so, statement) => {
    const isWhole = activityOf(statement.object)?.id === iri;
    return isWhole ? completionWith(so, statement) : completionTouched(so, statement);
  }, completion);
}
