import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { erasedText } from '@kursdugnad/core/xapi/erasing.js';
import type { Transaction } from '../database/database.js';
import { likePattern } from '../database/like-pattern.js';
import { sqlFile } from '../database/sql.js';
import { type Erased, Erasures } from '../people/erasure/erasures.js';
import { AccessLogRow, MailRow } from './teams.tables.js';

const mailsWithName = sqlFile(import.meta.url, 'mails-with-name.sql');

/** Mails to whoever is erased go, and who has looked at them; what they have looked at and asked for loses its name. */
@Injectable()
export class ErasingTraces implements OnModuleInit {
  constructor(@Inject(Erasures) private readonly erasures: Erasures) {}

  onModuleInit(): void {
    this.erasures.onErased((erased) => Promise.resolve((transaction) => forget(transaction, erased)));
  }
}

async function forget({ query, manager }: Transaction, erased: Erased): Promise<{ mails: number }> {
  const { municipality, person, name, email, anonymous } = erased;
  const mails = await manager.countBy(MailRow, { municipality, person });
  await manager.delete(MailRow, { municipality, person });
  const given = { municipality, person, mailPattern: likePattern(email) };
  for (const { id, subject, text } of await query<Pick<MailRow, 'id' | 'subject' | 'text'>>(mailsWithName, given)) {
    const without = (said: string) => erasedText(said, { traces: [person, email, name], anonymous });
    await manager.update(MailRow, { municipality, id }, { subject: without(subject), text: without(text) });
  }
  await manager.update(MailRow, { municipality, askedBy: person }, { askedBy: anonymous });
  await manager.delete(AccessLogRow, { municipality, whom: person });
  await manager.update(AccessLogRow, { municipality, who: person }, { who: anonymous });
  return { mails };
}
