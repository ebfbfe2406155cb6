import { EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view';

// What the tool writes for itself stays out of sight: names in braces at the end of headings, marks in comments at the end
// of blocks, and the front matter, which is a form.

/** `{#royk}` or `<!--#k3f9a-->` at the end of a line; one with attributes (`forsok=1`) is the author's own and stays. */
const ownMark = / ?(?:\{#[a-z0-9-]+\}|<!--(?:#[a-z0-9-]+)?(?:=[0-9a-f]{8})?-->)(?: <!--=[0-9a-f]{8}-->)?[ \t]*$/u;

/** Where a line's own words end; its length when it has no mark. */
export function endOfWords(line: string): number {
  return ownMark.exec(line)?.index ?? line.length;
}

/** Lines `---` to `---` at the very top: their length, with the line end; 0 when there are none. */
export function topLength(text: string): number {
  return /^---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?:\n\n?|$)/u.exec(text)?.[0].length ?? 0;
}

const hidden = Decoration.replace({});

function hiddenMarks(view: EditorView): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const end = endOfWords(line.text);
      if (end < line.length) ranges.push(hidden.range(line.from + end, line.to));
      at = line.to + 1;
    }
  }
  return Decoration.set(ranges);
}

/** Hides the marks, and keeps the cursor out of them. */
const quietMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = hiddenMarks(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = hiddenMarks(update.view);
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.decorations ?? Decoration.none),
  },
);

/** What is typed after the words of a line stays before its mark. */
const beforeMark = EditorView.inputHandler.of((view, from, to, text) => {
  const line = view.state.doc.lineAt(from);
  const end = line.from + endOfWords(line.text);
  if (from !== to || from <= end || from > line.to || end === line.to || text.includes('\n')) return false;
  view.dispatch({
    changes: { from: end, insert: text },
    selection: { anchor: end + text.length },
    userEvent: 'input.type',
  });
  return true;
});

/** Before Enter: out of the mark, so that it stays with its words. Never handles the key itself. */
export function leaveMark(view: EditorView): boolean {
  const { main } = view.state.selection;
  const line = view.state.doc.lineAt(main.head);
  const end = line.from + endOfWords(line.text);
  if (main.empty && main.head >= end && main.head < line.to) view.dispatch({ selection: { anchor: line.to } });
  return false;
}

/** Shows or hides the front matter as text. */
export const showTop = StateEffect.define<boolean>();

class TopSign extends WidgetType {
  constructor(private readonly says: string) {
    super();
  }
  override eq(other: TopSign) {
    return other.says === this.says;
  }
  toDOM() {
    const sign = document.createElement('div');
    sign.className = 'cm-top-sign';
    sign.textContent = this.says;
    return sign;
  }
}

interface Top {
  isShown: boolean;
  /** What the cursor may not come into: up to the line after the front matter; 0 when nothing is hidden. */
  kept: number;
  decorations: DecorationSet;
}

/** Hides the front matter behind a sign that says where it is, and keeps it from what is typed and deleted. */
export function topField(says: string, isShown: boolean): Extension {
  const made = (state: EditorState, shown: boolean): Top => {
    const start = state.sliceDoc(0, 20_000);
    const length = shown ? 0 : topLength(start);
    const decoration = Decoration.replace({ widget: new TopSign(says), block: true });
    const end = start[length - 1] === '\n' ? length - 1 : length;
    const decorations = length > 0 ? Decoration.set(decoration.range(0, end)) : Decoration.none;
    const kept = length > 0 ? Math.min(start.slice(0, length).trimEnd().length + 1, state.doc.length) : 0;
    return { isShown: shown, kept, decorations };
  };
  const field = StateField.define<Top>({
    create: (state) => made(state, isShown),
    update(value, transaction) {
      const asked = transaction.effects.find((effect) => effect.is(showTop));
      if (!asked && !transaction.docChanged) return value;
      return made(transaction.state, asked ? asked.value : value.isShown);
    },
    provide: (top) => [
      EditorView.decorations.from(top, ({ decorations }) => decorations),
      EditorView.atomicRanges.of((view) => view.state.field(top).decorations),
    ],
  });
  return [field, cursorBelow(field), untouched(field)];
}

const cursorBelow = (field: StateField<Top>) =>
  EditorState.transactionFilter.of((transaction) => {
    const { selection, startState } = transaction;
    const { kept } = startState.field(field);
    if (!selection || selection.main.from >= kept || transaction.newDoc.length < kept) return transaction;
    const { anchor, head } = selection.main;
    const below = { anchor: Math.max(anchor, kept), head: Math.max(head, kept) };
    return [transaction, { selection: below, sequential: true }];
  });

const untouched = (field: StateField<Top>) =>
  EditorState.changeFilter.of((transaction) => {
    const { kept } = transaction.startState.field(field);
    const isByHand = ['input', 'delete', 'move'].some((event) => transaction.isUserEvent(event));
    return kept === 0 || !isByHand || [0, kept];
  });

export const quiet = [quietMarks, beforeMark];
