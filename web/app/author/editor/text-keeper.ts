import { mergedText } from '@kursdugnad/core/authoring/merged-text.js';

/** How it stands with what is typed. */
export type Saving =
  | { kind: 'saved'; at: string }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'away'; why: Away; message?: string | undefined }
  | { kind: 'conflict'; theirs: string; by: string };

/** Why nothing can be saved now. What is typed is kept in the browser meanwhile. */
export type Away = 'offline' | 'signed-out' | 'refused';

export interface Newer {
  text: string;
  revision: number;
  by: string;
}

export type SaveAnswer =
  | { kind: 'saved'; revision: number; changedAt: string }
  | ({ kind: 'newer' } & Newer)
  | { kind: 'away'; why: Away; message?: string | undefined };

/** What this browser keeps of a text that the server has not said it has. */
export interface KeptText {
  text: string;
  /** What it was made from, and the revision of that. */
  base: string;
  basedOn: number;
  at: string;
}

export interface KeeperWorld {
  save(text: string, basedOn: number): Promise<SaveAnswer>;
  keep(kept: KeptText | null): void;
  /** The editor's text becomes this; the cursor stays by the words it is at. */
  replace(text: string): void;
  tell(saving: Saving): void;
  /** Somebody else's change has come in. */
  tellMerged(by: string): void;
  now(): string;
}

const restAfterTyping = 800;
const longestUnsaved = 4_000;
const firstWait = 2_000;
const longestWait = 30_000;

/**
 * Saves one text as it is typed. Nothing is ever written over unseen: a change that somebody else has saved is put together
 * with one's own where they are in different places, and otherwise both are kept until a person has chosen.
 */
export class TextKeeper {
  private mine: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private unsavedSince: number | null = null;
  private sending: Promise<void> | null = null;
  private meeting: Newer | null = null;
  private wait = firstWait;
  private isStopped = false;

  constructor(
    private base: string,
    private basedOn: number,
    private readonly world: KeeperWorld,
  ) {
    this.mine = base;
  }

  /** The revision that the text as last saved or read has. */
  get revision(): number {
    return this.basedOn;
  }

  /** What the server has, as far as this page knows. */
  get savedText(): string {
    return this.base;
  }

  get isSaved(): boolean {
    return this.mine === this.base && this.meeting === null;
  }

  typed(text: string): void {
    if (text === this.mine) return;
    this.mine = text;
    this.keepHere();
    if (this.meeting) return;
    if (this.sending === null) this.world.tell({ kind: 'unsaved' });
    this.unsavedSince ??= Date.now();
    const left = this.unsavedSince + longestUnsaved - Date.now();
    this.schedule(Math.max(0, Math.min(restAfterTyping, left)));
  }

  /** Takes up what this browser kept when the page was lost. Answers whether there was anything in it. */
  restore(kept: KeptText): boolean {
    if (kept.text === this.base) {
      this.world.keep(null);
      return false;
    }
    const newer = { text: this.base, revision: this.basedOn, by: '' };
    this.base = kept.base;
    this.basedOn = kept.base === newer.text ? newer.revision : Math.min(kept.basedOn, newer.revision - 1);
    this.mine = kept.text;
    this.world.replace(kept.text);
    if (newer.revision > this.basedOn) this.meet(newer);
    if (!this.meeting) this.schedule(0);
    return true;
  }

  /** Saves now what is not saved, and resolves when that has gone one way or the other. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.sending;
    if (this.isSaved || this.meeting || this.isStopped) return;
    this.sending = this.send().finally(() => {
      this.sending = null;
    });
    await this.sending;
  }

  /** Somebody else has saved the text. */
  meet(newer: Newer): void {
    if (newer.revision <= this.basedOn) return;
    const merged = this.meeting ? null : mergedText(this.base, this.mine, newer.text);
    if (merged === null) {
      this.meeting = newer;
      clearTimeout(this.timer);
      this.keepHere();
      this.world.tell({ kind: 'conflict', theirs: newer.text, by: newer.by });
      return;
    }
    this.base = newer.text;
    this.basedOn = newer.revision;
    this.take(merged);
    if (newer.by !== '') this.world.tellMerged(newer.by);
    this.settleDown();
  }

  /** A person has chosen what the text is to be. */
  async settle(text: string): Promise<void> {
    if (!this.meeting) return;
    this.base = this.meeting.text;
    this.basedOn = this.meeting.revision;
    this.meeting = null;
    this.take(text);
    this.settleDown();
    await this.flush();
  }

  /** Something else than typing has changed the saved text, such as the form of the front matter. */
  moved(text: string, revision: number): void {
    this.meet({ text, revision, by: '' });
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private take(text: string): void {
    if (text === this.mine) return;
    this.mine = text;
    this.world.replace(text);
  }

  private settleDown(): void {
    this.keepHere();
    if (this.isSaved) this.world.tell({ kind: 'saved', at: this.world.now() });
    else this.schedule(restAfterTyping);
  }

  private schedule(after: number): void {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = setTimeout(() => void this.flush(), after);
  }

  private keepHere(): void {
    const { base, basedOn, mine: text } = this;
    this.world.keep(this.isSaved ? null : { text, base, basedOn, at: this.world.now() });
  }

  private async send(): Promise<void> {
    const sent = this.mine;
    this.unsavedSince = null;
    this.world.tell({ kind: 'saving' });
    const answer = await this.world.save(sent, this.basedOn);
    if (answer.kind === 'newer') return this.meet(answer);
    if (answer.kind === 'away') return this.tryLater(answer);
    this.wait = firstWait;
    this.base = sent;
    this.basedOn = answer.revision;
    this.keepHere();
    if (this.isSaved) this.world.tell({ kind: 'saved', at: answer.changedAt });
    else this.schedule(restAfterTyping);
  }

  private tryLater({ why, message }: { why: Away; message?: string | undefined }): void {
    this.world.tell({ kind: 'away', why, message });
    this.schedule(this.wait);
    this.wait = Math.min(2 * this.wait, longestWait);
  }
}
