/** The look of text that is edited as code, from the tokens, so that light and dark need nothing further. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

import { typedOver } from './typed-over.js'

/** The style sheets of the editor are made as it is used; the page's nonce lets them in. */
function pageNonce(): string {
  return (
    document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')
      ?.nonce ?? ''
  )
}

const LAYOUT = EditorView.theme({
  '&': {
    background: 'var(--paper)',
    color: 'var(--ink)',
    border: '1px solid var(--rule-strong)',
    borderRadius: '3px',
    fontSize: '0.9375rem',
  },
  '&.cm-focused': {
    outline: '2px solid var(--accent)',
    outlineOffset: '1px',
  },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.4rem 0' },
  '.cm-line': { padding: '0 0.6rem' },
  '.cm-line ::selection, .cm-line::selection': {
    background: 'var(--accent-soft)',
  },
  '.cm-gutters': {
    background: 'var(--paper-raised)',
    color: 'var(--ink-quiet)',
    borderRight: '1px solid var(--rule)',
  },
  '.cm-activeLine': { background: 'transparent' },
  '.cm-activeLineGutter': { background: 'var(--accent-soft)' },
  '&.cm-focused .cm-matchingBracket': {
    background: 'var(--accent-soft)',
    outline: '1px solid var(--accent)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { background: 'var(--bad-soft)' },
  '.cm-problem': {
    textDecoration: 'underline wavy var(--bad) 1.5px',
    textUnderlineOffset: '0.25em',
    textDecorationSkipInk: 'none',
  },
  '.cm-problem-warning': { textDecorationColor: 'var(--warn)' },
  '.cm-searchMatch': {
    background: 'var(--warn-soft)',
    outline: '1px solid var(--warn)',
  },
  '.cm-searchMatch-selected': { background: 'var(--accent-soft)' },
  '.cm-panels': {
    background: 'var(--paper-raised)',
    color: 'var(--ink)',
    borderColor: 'var(--rule)',
  },
  '.cm-panel.cm-search': { padding: '0.5rem 2.5rem 0.5rem 0.6rem' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    fontSize: '0.9375rem',
    margin: '0.15rem 0.6rem 0.15rem 0',
  },
  '.cm-textfield': {
    background: 'var(--paper)',
    border: '1px solid var(--rule-strong)',
    fontSize: '0.9375rem',
  },
  '.cm-button': {
    background: 'var(--paper)',
    backgroundImage: 'none',
    border: '1px solid var(--rule-strong)',
    fontSize: '0.9375rem',
  },
  '.cm-panel.cm-search [name=close]': {
    color: 'var(--ink)',
    minHeight: '2rem',
    minWidth: '2rem',
  },
  '.cm-tooltip': {
    background: 'var(--paper)',
    color: 'var(--ink)',
    border: '1px solid var(--rule-strong)',
    borderRadius: '3px',
    fontFamily: 'var(--sans)',
    fontSize: '0.9375rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--sans)',
    maxHeight: '16rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: '0.25rem 0.6rem',
    lineHeight: '1.4',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--accent)',
    color: 'var(--accent-ink)',
  },
  '.cm-completionLabel': { fontFamily: 'var(--mono)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { fontStyle: 'normal', marginLeft: '0.75em' },
  '.cm-tooltip.cm-completionInfo': {
    padding: '0.5rem 0.75rem',
    maxWidth: '26rem',
  },
  '.cm-completionInfo p': { margin: '0 0 0.4rem' },
  '.cm-tooltip-hover': { maxWidth: '32rem' },
  '.cm-problem-words': { padding: '0.4rem 0.6rem' },
  '.cm-collapsedLines::before, .cm-collapsedLines::after': {
    content: '"…"',
  },
  '.cm-changedText': { background: 'var(--warn-soft)' },
})

const COLOURS = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--ink-quiet)', fontStyle: 'italic' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--series-2)' },
  { tag: tags.string, color: 'var(--series-3)' },
  { tag: [tags.keyword, tags.operator], color: 'var(--series-4)' },
  {
    tag: [tags.function(tags.variableName), tags.propertyName],
    color: 'var(--accent)',
  },
  { tag: tags.definition(tags.propertyName), color: 'var(--accent)' },
  { tag: tags.separator, color: 'var(--ink-quiet)' },
])

export function codeTheme(): Extension {
  return [
    LAYOUT,
    syntaxHighlighting(COLOURS),
    typedOver(),
    // A text that scrolls is reached by the keyboard, whether or not it can be edited.
    EditorView.contentAttributes.of({ tabindex: '0' }),
    EditorView.cspNonce.of(pageNonce()),
  ]
}
