/**
 * What the effect of a text is computed from, beside the text itself: plain
 * data, as they are sent to the worker. Texts are those that the server keeps.
 */
export interface EffectSetting {
  /** The text of the version that the effect is measured from. */
  readonly base: string
  /** Of the data. */
  readonly year: number
  /** The data set in canonical form. */
  readonly data: string
  /** Registers of bodies in canonical form, one of each id. */
  readonly registers: readonly string[]
  /** Data sets of earlier years in canonical form. */
  readonly earlier: readonly string[]
  /** Results of earlier years and of other methodologies, as the server answers them. */
  readonly runs: readonly unknown[]
  /** Bodies with mistakes in their data are left out, as in the run that is stored. */
  readonly leaveOutBroken: boolean
}
