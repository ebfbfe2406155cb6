import type { Language } from '@kursdugnad/core/course/course.js';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { colours, look, nonce } from './text-look.js';
import { phrases } from './phrases.js';
import { quiet } from './quiet-marks.js';

/** A text that is looked at and compared: as in the editor, without what helps to write. */
export function plainLook(language: Language): Extension[] {
  return [
    EditorView.cspNonce.of(nonce()),
    EditorState.phrases.of(phrases[language]),
    EditorView.lineWrapping,
    look,
    colours,
    ...quiet,
  ];
}
