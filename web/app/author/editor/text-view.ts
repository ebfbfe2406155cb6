import { autocompletion, closeBrackets, completionKeymap, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { textChanges } from '@kursdugnad/core/authoring/merged-text.js';
import { leaveMark, quiet, topField, topLength } from './quiet-marks.js';

interface TextViewOptions {
  parent: HTMLElement;
  text: string;
  /** What the text is called, and the id of what tells how to leave it by keyboard. */
  label: string;
  describedBy: string;
  /** Of the text itself: for the spelling and for a screen reader's voice. */
  language: string;
  topSign: string;
  isTopShown: boolean;
  isReadOnly?: boolean;
  commands: CompletionSource;
  /** In the words of the interface. */
  phrases: Record<string, string>;
  changed(text: string): void;
  /** The cursor has moved, or the text has changed. */
  moved(): void;
  /** Answers whether the files are taken care of. */
  dropped(files: File[], at: number): boolean;
  bold(): void;
  italic(): void;
  save(): void;
}

export const look = EditorView.theme({
  '&': { height: '100%', fontSize: '1rem', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.65', overflow: 'auto' },
  '.cm-content': { padding: '1rem 0.5rem 40vh', caretColor: 'var(--ds-color-accent-text-default)', maxWidth: '44rem' },
  '.cm-gutters': { backgroundColor: 'transparent', border: '0' },
  '.cm-cursor': { borderLeftColor: 'var(--ds-color-accent-text-default)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--ds-color-accent-surface-active)',
  },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--ds-color-neutral-background-default)',
    color: 'var(--ds-color-neutral-text-default)',
    border: '1px solid var(--ds-color-neutral-border-subtle)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '20rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.35rem 0.75rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--ds-color-accent-base-default)',
    color: 'var(--ds-color-accent-base-contrast-default)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85' },
});

export const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.heading1, fontSize: '1.4em', fontWeight: '700', lineHeight: '1.3' },
    { tag: tags.heading2, fontSize: '1.15em', fontWeight: '700' },
    { tag: tags.heading, fontWeight: '700' },
    { tag: tags.strong, fontWeight: '700' },
    { tag: tags.emphasis, fontStyle: 'italic' },
    { tag: tags.quote, color: 'var(--ds-color-accent-text-subtle)' },
    { tag: tags.link, color: 'var(--ds-color-accent-text-subtle)' },
    { tag: [tags.url, tags.processingInstruction, tags.meta], color: 'var(--ds-color-neutral-text-subtle)' },
    { tag: tags.monospace, fontFamily: 'ui-monospace, Consolas, monospace' },
  ]),
);

/** The page's own styles may be made by script that knows the nonce of the document it came with. */
export const nonce = () => document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

export function textView(options: TextViewOptions): EditorView {
  const run = (work: () => void) => () => {
    work();
    return true;
  };
  const files = (list: FileList | undefined, at: number) => {
    const given = [...(list ?? [])];
    return given.length > 0 && options.dropped(given, at);
  };
  return new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      selection: { anchor: topLength(options.text) },
      extensions: [
        EditorView.cspNonce.of(nonce()),
        EditorState.phrases.of(options.phrases),
        EditorState.readOnly.of(options.isReadOnly === true),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-describedby': options.describedBy,
          lang: options.language,
          spellcheck: 'true',
          autocorrect: 'on',
          autocapitalize: 'sentences',
        }),
        EditorView.lineWrapping,
        highlightSpecialChars(),
        drawSelection(),
        history(),
        closeBrackets(),
        search({ top: true }),
        highlightSelectionMatches(),
        markdown({ base: markdownLanguage, addKeymap: true }),
        colours,
        look,
        lintGutter(),
        ...quiet,
        topField(options.topSign, options.isTopShown),
        autocompletion({ override: [options.commands], icons: false, activateOnTypingDelay: 40, interactionDelay: 0 }),
        keymap.of([
          { key: 'Mod-b', run: run(options.bold) },
          { key: 'Mod-i', run: run(options.italic) },
          { key: 'Mod-s', run: run(options.save) },
          { key: 'Enter', run: leaveMark },
          ...completionKeymap,
          ...lintKeymap,
          ...searchKeymap,
          ...historyKeymap,
          indentWithTab,
          ...defaultKeymap,
        ]),
        EditorView.domEventHandlers({
          paste: (event, view) => files(event.clipboardData?.files, view.state.selection.main.head),
          drop: (event, view) =>
            files(
              event.dataTransfer?.files,
              view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? view.state.selection.main.head,
            ),
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.changed(update.state.doc.toString());
          if (update.docChanged || update.selectionSet) options.moved();
        }),
      ],
    }),
  });
}

/** Makes the whole text another one, line by line, so that the cursor stays by its words. */
export function replaceText(view: EditorView, text: string): void {
  const changes = textChanges(view.state.doc.toString(), text);
  view.dispatch({ changes, annotations: Transaction.addToHistory.of(false) });
}

export function showProblems(view: EditorView, diagnostics: readonly Diagnostic[]): void {
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
