import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

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
