/** What is said of a signature. */
import type { PublicKey } from './public-key.js'
import type { Signed, SignatureOutcome } from './signature.js'

export function signatureWords(
  { key: id, time }: Signed,
  outcome: SignatureOutcome,
  keys: readonly PublicKey[],
): string {
  switch (outcome.kind) {
    case 'trusted':
      return `key ${id}`
    case 'unknown-key': {
      const known = keys.map((key) => key.id).join(', ')
      return `it names the key ${id}, which is not among those given (${known === '' ? 'none' : known})`
    }
    case 'wrong':
      return `the key ${id} did not sign this text: it was changed after it was signed, or is forged`
    case 'out-of-time': {
      const { from, until } = outcome.key
      return `it is of ${time}, and the key ${id} was in use from ${from ?? 'the beginning'} to ${until ?? 'now'}`
    }
  }
}
