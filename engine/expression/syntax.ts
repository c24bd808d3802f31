/** A formula as it was written: operators and names, not yet resolved. */

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='

export type Syntax =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'word'; readonly word: string }
  /** `h`, `indicators.h`, `goals.indicators.h`. */
  | { readonly kind: 'name'; readonly steps: readonly string[] }
  | {
      readonly kind: 'terms'
      readonly operands: readonly Syntax[]
      /** One fewer than the operands. */
      readonly operators: readonly ('+' | '-')[]
    }
  | {
      readonly kind: 'factors'
      readonly operands: readonly Syntax[]
      readonly operators: readonly ('*' | '/')[]
    }
  | { readonly kind: 'power'; readonly base: Syntax; readonly exponent: Syntax }
  | { readonly kind: 'negation'; readonly operand: Syntax }
  | {
      readonly kind: 'comparison'
      readonly operator: Comparison
      readonly left: Syntax
      readonly right: Syntax
    }
  | {
      readonly kind: 'logic'
      readonly operator: 'and' | 'or'
      readonly operands: readonly Syntax[]
    }
  | { readonly kind: 'not'; readonly operand: Syntax }
  | {
      readonly kind: 'choice'
      readonly test: Syntax
      readonly then: Syntax
      readonly otherwise: Syntax
    }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly operands: readonly Syntax[]
    }
