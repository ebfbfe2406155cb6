import { autocompletion, closeBrackets, completionKeymap, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap } from '@codemirror/view';
import { textChanges } from '@kursdugnad/core/authoring/merged-text.js';
import { colours, look, nonce } from './text-look.js';
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

export function textView(options: TextViewOptions): EditorView {
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
          // In the tab order in so many words: not every tool knows that a text one can write in is.
          tabindex: '0',
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
        keys(options),
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

function keys(options: TextViewOptions): Extension {
  const run = (work: () => void) => () => {
    work();
    return true;
  };
  return keymap.of([
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
  ]);
}

/** Makes the whole text another one, line by line, so that the cursor stays by its words. */
export function replaceText(view: EditorView, text: string): void {
  const changes = textChanges(view.state.doc.toString(), text);
  view.dispatch({ changes, annotations: Transaction.addToHistory.of(false) });
}

export function showProblems(view: EditorView, diagnostics: readonly Diagnostic[]): void {
  view.dispatch(setDiagnostics(view.state, diagnostics));
}
