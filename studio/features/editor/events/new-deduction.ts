/** What a deduction says that is added where a rule needs one. */
import type { Written } from '../text/written.js'

export interface AskedDeduction {
  readonly title: string
  /** The criterion that it is taken from; empty where a formula subtracts it. */
  readonly from: string
  /** Of the act that states it; empty where none is told. */
  readonly paragraph: string
}

export function newDeduction({
  title,
  from,
  paragraph,
}: AskedDeduction): Written {
  return {
    ...(title === '' ? {} : { title }),
    ...(from === '' ? {} : { from }),
    ...(paragraph === '' ? {} : { cite: paragraph, mark: 'given' }),
  }
}
