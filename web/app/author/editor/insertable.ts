import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { Words } from '../../words/words.js';
import { askingKinds } from './asking/all-kinds.js';
import { insertBlock } from './text-commands.js';

/** What the page does for a command that needs more than text. */
export interface Doers {
  /** Opens the form of a kind of question. */
  ask(kind: string): void;
  /** Asks for a picture or a film. */
  choosePicture(): void;
}

/** Something that can be put into the text, from the menu or by writing `/` and its name. */
export interface Insertable {
  name: string;
  what: string;
  run(view: EditorView): void;
}

/** All there is to put in, in the order of use. */
export function insertables({ asking, insertable: words }: Words, doers: Doers): Insertable[] {
  const block = (name: string, what: string, text: string, chosen: string): Insertable => ({
    name,
    what,
    run: (view) => insertBlock(view, text, chosen),
  });
  const { heading, thought } = words;
  const callout = (sign: string, what: string) =>
    block(sign, what, `> [!${sign.toLocaleUpperCase('nb')}]\n> ${thought}`, thought);
  return [
    block(words.lesson, words.lessonWhat, `# ${heading}\n\n${thought}`, heading),
    block(words.heading, words.headingWhat, `## ${heading}`, heading),
    ...askingKinds.map(({ id }) => ({ ...asking.kinds[id], run: () => doers.ask(id) })),
    block(words.scenario, words.scenarioWhat, scenario(heading, thought), heading),
    { name: words.picture, what: words.pictureWhat, run: () => doers.choosePicture() },
    { name: words.film, what: words.filmWhat, run: () => doers.choosePicture() },
    callout('Husk', words.rememberWhat),
    callout('Tips', words.tipWhat),
    callout('Viktig', words.importantWhat),
    callout('Eksempel', words.exampleWhat),
    block(words.fold, words.foldWhat, `> [!MER] ${heading}\n> ${thought}`, heading),
    block(words.term, words.termWhat, `> [!ORD] ${heading}\n> ${thought}`, heading),
    block(words.steps, words.stepsWhat, `> [!STEG] ${heading}\n> 1. ${thought}\n> 2. ${thought}`, heading),
    block(words.table, words.tableWhat, `| ${heading} | ${heading} |\n|---|---|\n| ${thought} | ${thought} |`, heading),
    block(words.bullets, words.bulletsWhat, `- ${thought}\n- ${thought}`, thought),
  ];
}

/** Two situations and two ends: enough to see how they hang together. */
const scenario = (heading: string, thought: string) =>
  [
    `## Valg: ${heading}`,
    thought,
    `- [${thought}](#videre)\n- [${thought}](#slutt)`,
    `### ${heading} {#videre}`,
    thought,
    `- [${thought}](#slutt)`,
    `### ${heading} {#slutt}`,
    thought,
  ].join('\n\n');

/** `/` on an empty line: what can be put in, narrowed by what is written after it. */
export function slashCommands(all: readonly Insertable[]): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const found = /^\s*\/([\p{L} ]*)$/u.exec(line.text.slice(0, context.pos - line.from));
    if (!found) return null;
    const from = context.pos - (found[1] ?? '').length - 1;
    return {
      from,
      // Narrowed at once as one writes on: Enter always takes what is seen.
      validFor: /\/[\p{L} ]*/u,
      options: all.map(({ name, what, run }, index) => ({
        label: `/${name.toLocaleLowerCase('nb')}`,
        displayLabel: name,
        detail: what,
        boost: -index,
        apply: (view: EditorView) => {
          view.dispatch({ changes: { from, to: view.state.selection.main.head }, userEvent: 'input.complete' });
          run(view);
        },
      })),
    };
  };
}
