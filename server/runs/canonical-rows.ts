/** The rows of a canonical data text, whose hash has been checked. */
export interface CanonicalRow {
  readonly cells: { readonly [column: string]: string | boolean }
  readonly id: string | null
  /** Column -> who imputed its value. */
  readonly imputed?: { readonly [column: string]: string }
  readonly name: string | null
  readonly tables: { readonly [table: string]: readonly CanonicalRow[] }
}

export function canonicalBodies(canonical: string): readonly CanonicalRow[] {
  const { bodies } = JSON.parse(canonical) as {
    readonly bodies: readonly CanonicalRow[]
  }
  return bodies
}
