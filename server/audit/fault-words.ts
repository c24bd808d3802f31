/** What is said of a fault of the audit log. */
import type { ChainFault } from './verify-chain.js'

export function faultWords(fault: ChainFault): string {
  switch (fault.kind) {
    case 'changed':
      return `entry ${fault.number} was changed: what it says does not fit its hash`
    case 'missing':
      return fault.from === fault.to
        ? `entry ${fault.from} is missing`
        : `entries ${fault.from} to ${fault.to} are missing`
    case 'unlinked':
      return `entry ${fault.number} does not follow the entry before it: it names another hash`
    case 'cut':
      return fault.last === 0
        ? `the log is empty, and the head is entry ${fault.head}: everything was cut off`
        : `the log ends with entry ${fault.last}, and the head is entry ${fault.head}: its end was cut off`
    case 'rewritten':
      return `entry ${fault.head} is another than the head names: the log was written anew`
  }
}
