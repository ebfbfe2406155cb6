import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Database } from '../database/database.js';
import { sqlFile } from '../database/sql.js';
import type { Settings } from '../settings.js';
import { Decided } from '../settings.module.js';
import { MailRow } from './teams.tables.js';

type Mail = Pick<MailRow, 'municipality' | 'id' | 'recipient' | 'subject' | 'text' | 'tries'>;

const claimMails = sqlFile(import.meta.url, 'claim-mails.sql');
const claimedMails = sqlFile(import.meta.url, 'claimed-mails.sql');
const keepMails = sqlFile(import.meta.url, 'keep-mails.sql');

const minute = 60_000;
/** How long to wait after the first, second … failure; after the last of them a mail has failed. */
const waits = [1, 5, 30, 120, 720].map((minutes) => minutes * minute);
/** A process that has died lets go of its mails after this long. */
const claimLasts = 10 * minute;

/**
 * Sends what waits in the outbox, soon after it is written and every half minute. Several processes share the work: each
 * takes some mails in one statement. A mail may go out twice when a process dies between sending and noting it.
 */
@Injectable()
export class Mailer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly transporter: Transporter | undefined;
  private readonly from: string;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isAskedAgain = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Decided) { smtpUrl, publicUrl }: Settings,
  ) {
    if (smtpUrl !== undefined) this.transporter = createTransport(withTimeouts(smtpUrl));
    this.from = senderOf(smtpUrl, publicUrl);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.wake();
    }, minute / 2).unref();
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.running;
    this.transporter?.close();
  }

  /** Looks into the outbox now, or again when it is just doing so. */
  wake(): void {
    if (this.timer === undefined) return;
    this.isAskedAgain = true;
    this.running ??= this.run()
      // The database is away: what waits is still there in half a minute.
      .catch(() => undefined)
      .finally(() => {
        this.running = undefined;
      });
  }

  private async run(): Promise<void> {
    while (this.isAskedAgain) {
      this.isAskedAgain = false;
      if (this.transporter) await this.sendAll(this.transporter);
      else await this.database.transaction(({ query }) => query(keepMails));
    }
  }

  private async sendAll(transporter: Transporter): Promise<void> {
    for (let mails = await this.claim(); mails.length > 0; mails = await this.claim()) {
      for (const mail of mails) {
        if (this.timer === undefined) return;
        await this.send(transporter, mail);
      }
    }
  }

  private claim(): Promise<Mail[]> {
    const claim = randomUUID();
    return this.database.transaction(async ({ query }) => {
      await query(claimMails, { claim, now: soon(0), until: soon(claimLasts) });
      return query<Mail>(claimedMails, { claim });
    });
  }

  private async send(transporter: Transporter, mail: Mail): Promise<void> {
    const { recipient: to, subject, text, id } = mail;
    try {
      const messageId = `<${id}@${this.from.split('@')[1] ?? 'localhost'}>`;
      await transporter.sendMail({ from: this.from, to, subject, text, messageId, headers: automatic });
      await this.note(mail, { state: 'sent', tries: mail.tries + 1, fault: null });
    } catch (error) {
      await this.note(mail, afterFailure(mail.tries, error as MailError));
    }
  }

  private async note({ municipality, id }: Mail, outcome: Partial<MailRow>): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      await manager.update(MailRow, { municipality, id }, outcome);
    });
  }
}

/** So that an absence note is not sent back. */
const automatic = { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' };

interface MailError extends Error {
  code?: string;
  responseCode?: number;
}

/** An address that the server refuses for good is not tried again. */
function afterFailure(triesBefore: number, error: MailError): Partial<MailRow> {
  const tries = triesBefore + 1;
  const wait = waits[triesBefore];
  const isFinal = error.code === 'EENVELOPE' && (error.responseCode ?? 0) >= 500;
  const fault = error.message.slice(0, 500);
  return isFinal || wait === undefined ? { state: 'failed', tries, fault } : { tries, fault, nextAt: soon(wait) };
}

function soon(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toISOString();
}

/** `?from=` in SMTP_URL; else an address at the platform's own host. */
function senderOf(smtpUrl: string | undefined, publicUrl: string): string {
  const from = smtpUrl === undefined ? null : new URL(smtpUrl).searchParams.get('from');
  return from ?? `ikke-svar@${new URL(publicUrl).hostname}`;
}

function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  url.searchParams.delete('from');
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    if (!url.searchParams.has(name)) url.searchParams.set(name, '20000');
  return url.href;
}
