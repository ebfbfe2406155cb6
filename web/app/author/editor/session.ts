import type { DraftProblem, LineChange } from '@kursdugnad/core/contract/authoring.js';
import type { DraftSaved, PresentHere } from '@kursdugnad/core/contract/draft-files.js';
import { type Text, Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { listenTo } from '../../ui/event-line.js';
import { type Checked, type DraftRequests, draftRequests, type ReadDraft } from './draft-requests.js';
import { type KeptTexts, keptTexts } from './kept-texts.js';
import { problemMarks } from './problem-marks.js';
import { askingBlockAt, type BlockAt, placeAt } from './text-commands.js';
import { type Saving, TextKeeper } from './text-keeper.js';
import { replaceText, showProblems } from './text-view.js';

/** What the page shows of an open draft. */
export interface SessionState {
  path: string;
  saving: Saving;
  checked: Checked;
  present: PresentHere[];
  /** Where the cursor is: for the page beside the text. */
  place: { lesson: number; id: string | null };
  /** The question the cursor is in. */
  asking: BlockAt | null;
  /** Grows each time there is something new to look at in the page beside. */
  shown: number;
  notice: Notice | null;
}

export type Notice = { kind: 'merged'; by: string } | { kind: 'restored'; at: string } | { kind: 'said'; text: string };

export interface SessionGiven {
  read: ReadDraft;
  checked: Checked;
  path: string;
  /** What the button says that mends a problem. */
  mendWord: string;
  /** A guide has come or gone: the page must be read again. */
  filesChanged(): void;
}

/** An open draft in this page: its text, saved as it is typed, checked when it is saved, and told of what others do. */
export class Session {
  readonly requests: DraftRequests;
  private readonly kept: KeptTexts;
  private readonly listeners = new Set<() => void>();
  private readonly files: Map<string, { text: string; revision: number }>;
  private state: SessionState;
  private keeper: TextKeeper | null = null;
  private view: EditorView | null = null;
  private hangUp: () => void = () => undefined;
  /** Something has been written since it was opened: what is only looked at stays as it is, to the byte. */
  private isTouched = false;
  private isChecking = false;
  private isCheckAsked = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly draft: string;

  constructor(private readonly given: SessionGiven) {
    const { read, checked, path } = given;
    this.draft = read.draft.id;
    this.requests = draftRequests(this.draft);
    this.kept = keptTexts(this.draft);
    this.files = textsIn(read);
    const place = { lesson: 0, id: null };
    const base = { path, checked, place, present: [], asking: null, notice: null };
    this.state = { ...base, saving: { kind: 'saved', at: read.draft.changedAt }, shown: checked.revision };
  }

  readonly snapshot = (): SessionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get textView(): EditorView | null {
    return this.view;
  }

  textOf(path: string): string {
    return this.files.get(path)?.text ?? '';
  }

  /** The text stands in an editor now. Brings back what was lost with an earlier page. */
  attach(view: EditorView): void {
    const { path } = this.state;
    const file = this.files.get(path) ?? { text: '', revision: 0 };
    this.view = view;
    this.keeper = new TextKeeper(file.text, file.revision, {
      save: (text, basedOn) => this.requests.save(path, text, basedOn),
      keep: (kept) => this.kept.write(path, kept),
      replace: (text) => replaceText(view, text),
      tell: (saving) => this.tellSaving(saving),
      tellMerged: (by) => this.set({ notice: { kind: 'merged', by } }),
      now: () => new Date().toISOString(),
    });
    const kept = this.kept.read(path);
    if (kept && this.keeper.restore(kept)) this.set({ notice: { kind: 'restored', at: kept.at } });
    this.showMarks();
    this.moved();
  }

  /** Saves what is not saved, and lets the editor go. */
  async detach(): Promise<void> {
    const keeper = this.keeper;
    this.view = null;
    await keeper?.flush();
    keeper?.stop();
  }

  open(): void {
    const again = () => void this.keeper?.flush();
    const hangUp = listenTo(`/api/drafts/${this.draft}/live`, {
      opened: () => void this.readAgain(),
      lost: () => undefined,
      told: {
        present: (data) => this.set({ present: JSON.parse(data) as PresentHere[] }),
        saved: (data) => this.heard(JSON.parse(data) as DraftSaved),
      },
    });
    addEventListener('online', again);
    addEventListener('pagehide', again);
    this.hangUp = () => {
      hangUp();
      removeEventListener('online', again);
      removeEventListener('pagehide', again);
    };
  }

  close(): void {
    this.hangUp();
    clearTimeout(this.timer);
    void this.detach();
  }

  readonly typed = (text: string): void => {
    this.isTouched = true;
    this.keeper?.typed(text);
  };

  readonly moved = (): void => {
    if (!this.view) return;
    const { head } = this.view.state.selection.main;
    const text = this.view.state.doc.toString();
    const place = placeAt(text, head);
    const asking = askingBlockAt(text, head);
    const before = this.state;
    const isThere = place.lesson === before.place.lesson && place.id === before.place.id;
    if (!isThere || asking?.text !== before.asking?.text || asking?.from !== before.asking?.from)
      this.set({ place, asking });
    this.writeIdsSoon();
  };

  flush(): Promise<void> {
    return this.keeper?.flush() ?? Promise.resolve();
  }

  /** What the text is to be where two have changed the same. */
  async settle(text: string): Promise<void> {
    await this.keeper?.settle(text);
  }

  say(notice: Notice | null): void {
    this.set({ notice });
  }

  /** The translation says what the original says now: the part on a line, or all of it. */
  async confirmTranslation(line: number | null): Promise<void> {
    await this.flush();
    const done = await this.requests.confirmTranslation(this.state.path, line);
    if ('refused' in done) this.set({ notice: { kind: 'said', text: done.refused?.detail ?? '' } });
    await this.readAgain();
  }

  /** Puts lines in the place of others, if the text is still the one that was checked. */
  change({ file, from, to, lines }: LineChange): boolean {
    const { view } = this;
    if (!view || file !== this.state.path || !this.isAsChecked()) return false;
    const { doc } = view.state;
    if (to - 1 > doc.lines) return false;
    const changes = smallest(doc, { from, to, lines });
    view.dispatch({ changes, userEvent: 'input.mend' });
    return true;
  }

  /** Puts the cursor at a place of the text; line and column from 1. */
  goTo(line: number, column: number): void {
    const { view } = this;
    if (!view) return;
    const { from, to } = view.state.doc.line(Math.min(line, view.state.doc.lines));
    const anchor = Math.min(from + column - 1, to);
    view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    // Where the text was hidden it is first to be seen.
    requestAnimationFrame(() => view.focus());
  }

  /** After something that is not typing: a picture has come, a file has gone. */
  async readAgain(): Promise<void> {
    const read = await this.requests.read();
    if (!('answer' in read)) return;
    const paths = [...this.files.keys()].join();
    for (const [path, file] of textsIn(read.answer)) {
      if (path === this.state.path) {
        const { changedBy } = read.answer.draft;
        this.keeper?.meet({ ...file, by: changedBy });
      } else this.files.set(path, file);
    }
    if ([...this.files.keys()].join() !== paths) this.given.filesChanged();
    await this.check();
  }

  /** Asks what there is to say of the draft as it is saved; once more when it was saved meanwhile. */
  async check(): Promise<void> {
    this.isCheckAsked = true;
    if (this.isChecking) return;
    this.isChecking = true;
    while (this.isCheckAsked) {
      this.isCheckAsked = false;
      const checked = await this.requests.check();
      if ('answer' in checked) {
        this.set({ checked: checked.answer, shown: this.state.shown + 1 });
        this.showMarks();
        this.writeIdsSoon();
      }
    }
    this.isChecking = false;
  }

  private writeIdsSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.writeIds(), 600);
  }

  private heard({ path, revision }: DraftSaved): void {
    if (path === this.state.path && revision <= (this.keeper?.revision ?? 0)) return;
    void this.readAgain();
  }

  private tellSaving(saving: Saving): void {
    this.set({ saving });
    if (saving.kind !== 'saved' || !this.keeper) return;
    this.files.set(this.state.path, { text: this.keeper.savedText, revision: this.keeper.revision });
    void this.check();
  }

  private isAsChecked(): boolean {
    const { view, keeper } = this;
    if (!view || !keeper?.isSaved || view.state.doc.toString() !== keeper.savedText) return false;
    return this.state.checked.revision >= keeper.revision;
  }

  private showMarks(): void {
    if (!this.view || !this.isAsChecked()) return;
    const mend = { word: this.given.mendWord, run: ({ change }: DraftProblem) => void (change && this.change(change)) };
    showProblems(this.view, problemMarks(this.view.state.doc, this.ownProblems(), mend));
  }

  private ownProblems(): DraftProblem[] {
    return this.state.checked.problems.filter(({ file }) => file === this.state.path);
  }

  /** The names that are missing, wherever nobody is writing; not a step that Undo goes back over. */
  private writeIds(): void {
    const { view } = this;
    if (!view || !this.isTouched || !this.isAsChecked()) return;
    const { doc, selection } = view.state;
    const here = doc.lineAt(selection.main.head).number;
    const wanted = this.state.checked.ids.filter(
      ({ file, from, to }) =>
        file === this.state.path && (here < from || here >= to) && to > from && to - 1 <= doc.lines,
    );
    const changes = wanted.map((change) => smallest(doc, change));
    if (changes.length > 0) view.dispatch({ changes, annotations: Transaction.addToHistory.of(false) });
  }

  private set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function textsIn({ files }: ReadDraft): Map<string, { text: string; revision: number }> {
  return new Map(files.flatMap(({ path, text, revision }) => (text === null ? [] : [[path, { text, revision }]])));
}

/** Lines in the place of others, as little of them as differs at the end: marks on what stays are then not lost. */
function smallest(doc: Text, { from, to, lines }: Pick<LineChange, 'from' | 'to' | 'lines'>) {
  const start = doc.line(from).from;
  const end = doc.line(to - 1).to;
  const before = doc.sliceString(start, end);
  const after = lines.join('\n');
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return { from: start + same, to: end, insert: after.slice(same) };
}
