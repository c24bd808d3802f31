/** How a row in the order hangs together with the one before it. */

/** They are of two parts, or one figure is better. */
export const APART = 0
/** They are equal. */
export const TIED = 1
/** The doubles do not say which of them is better. */
export const OPEN = 2

/** Rows that stand in order, and place by place how each is linked. */
export interface LinkedRows {
  readonly rows: Int32Array
  readonly links: Uint8Array
  readonly count: number
}
