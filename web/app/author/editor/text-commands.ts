import { EditorSelection, type SelectionRange } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** Puts signs around what is selected, or takes them away where they are. */
export function around(view: EditorView, sign: string): void {
  const { state } = view;
  const change = state.changeByRange((range) => {
    const { from, to } = range;
    const outside = state.sliceDoc(from - sign.length, from) === sign && state.sliceDoc(to, to + sign.length) === sign;
    if (outside) {
      const changes = [
        { from: from - sign.length, to: from },
        { from: to, to: to + sign.length },
      ];
      return { changes, range: EditorSelection.range(from - sign.length, to - sign.length) };
    }
    const changes = [
      { from, insert: sign },
      { from: to, insert: sign },
    ];
    return { changes, range: EditorSelection.range(from + sign.length, to + sign.length) };
  });
  view.dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
  view.focus();
}

const prefixes = /^(?:#{1,3} |[-*] (?:\[[ xX]\] )?|\d+\. |> )/u;

/** Makes the lines that are selected begin with this, in the place of what such lines began with; or takes it away. */
export function beginLines(view: EditorView, prefix: string): void {
  const { state } = view;
  const lines = linesOf(state.selection.main, view);
  const isSo = lines.every((line) => line.text.startsWith(prefix));
  const changes = lines.map((line) => {
    const before = prefixes.exec(line.text)?.[0] ?? '';
    return { from: line.from, to: line.from + before.length, insert: isSo ? '' : prefix };
  });
  view.dispatch({ changes, userEvent: 'input', scrollIntoView: true });
  view.focus();
}

function linesOf({ from, to }: SelectionRange, { state }: EditorView) {
  const first = state.doc.lineAt(from).number;
  const last = state.doc.lineAt(to).number;
  const all = Array.from({ length: last - first + 1 }, (_, index) => state.doc.line(first + index));
  return all.length > 1 ? all.filter(({ text }) => text.trim() !== '') : all;
}

/**
 * Puts a block where the cursor is, with an empty line above and below, and selects `chosen` in it. A question ends at the
 * next heading, so what is no heading goes above the question the cursor is in, and what is one below it.
 */
export function insertBlock(view: EditorView, block: string, chosen = ''): void {
  const { doc, selection } = view.state;
  const asking = askingBlockAt(doc.toString(), selection.main.head);
  const isBelow = block.startsWith('#');
  const above = asking && !isBelow ? spaceAbove(view, asking.from) : null;
  const line = doc.lineAt(above ?? asking?.to ?? selection.main.head);
  const isEmpty = line.text.trim() === '';
  const from = isEmpty ? line.from : line.to;
  const before = doc.sliceString(0, from);
  const after = doc.sliceString(line.to);
  const endsAbove = /\n{0,2}$/u.exec(before)?.[0].length ?? 0;
  const endsBelow = /^\n{0,2}/u.exec(after)?.[0].length ?? 0;
  const top = before.trim() === '' ? '' : '\n\n'.slice(endsAbove);
  const bottom = after.trim() === '' ? '\n' : '\n\n'.slice(endsBelow);
  const insert = top + block + bottom;
  const start = from + top.length + Math.max(0, chosen === '' ? block.length : block.indexOf(chosen));
  view.dispatch({
    changes: { from, to: line.to, insert },
    selection: { anchor: start, head: start + chosen.length },
    scrollIntoView: true,
    userEvent: 'input',
  });
  view.focus();
}

/** The end of the last line with words above a place, or the place itself at the very top. */
function spaceAbove({ state }: EditorView, at: number): number {
  const before = state.sliceDoc(0, at).trimEnd();
  return before === '' ? at : before.length;
}

/** `[text](address)` around what is selected; the address is what is chosen then. */
export function insertLink(view: EditorView, words: string): void {
  const { from, to } = view.state.selection.main;
  const text = view.state.sliceDoc(from, to) || words;
  const insert = `[${text}](https://)`;
  const at = from + text.length + 3;
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: at, head: at + 8 }, userEvent: 'input' });
  view.focus();
}

/** From the heading the cursor is under up to the next heading. */
export interface BlockAt {
  from: number;
  to: number;
  text: string;
}

const asking =
  /^#{2,3} (?:Spørsmål|Sant eller usant|Rekkefølge|Par|Tall|Valg|Erklæring|Praktisk oppgave|Refleksjon):/iu;

/** The question, declaration or the like that the cursor is in; null elsewhere. */
export function askingBlockAt(text: string, at: number): BlockAt | null {
  const lines = text.split('\n');
  let start = 0;
  let found: { from: number; line: number } | null = null;
  for (const [number, line] of lines.entries()) {
    if (start > at) break;
    if (/^#{1,6} /u.test(line)) found = asking.test(line) ? { from: start, line: number } : null;
    start += line.length + 1;
  }
  if (!found) return null;
  const rest = lines.slice(found.line + 1).findIndex((line) => /^#{1,6} /u.test(line));
  const block = lines
    .slice(found.line, rest < 0 ? lines.length : found.line + 1 + rest)
    .join('\n')
    .trimEnd();
  return { from: found.from, to: found.from + block.length, text: block };
}

/** The lesson the cursor is in: its number from 0, and the nearest name in braces above the cursor. */
export function placeAt(text: string, at: number): { lesson: number; id: string | null } {
  let lesson = -1;
  let id: string | null = null;
  let isTop = text.startsWith('---\n');
  let start = 0;
  for (const [number, line] of text.split('\n').entries()) {
    if (start > at) break;
    start += line.length + 1;
    if (isTop) {
      if (number > 0 && line.trimEnd() === '---') isTop = false;
      continue;
    }
    const isLesson = /^# /u.test(line);
    if (isLesson) lesson += 1;
    if (isLesson) id = null;
    id = /\{#([a-z0-9-]+)[^}]*\}\s*(?:<!--[^>]*-->)?\s*$/u.exec(line.startsWith('#') ? line : '')?.[1] ?? id;
  }
  return { lesson: Math.max(0, lesson), id };
}
