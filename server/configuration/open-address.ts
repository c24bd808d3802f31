/** Whether the server would be reached by people whom nobody has let in. */
import { Refusal } from '../refusal.js'
import type { Configuration } from './configuration.js'
import { isLoopback } from './loopback.js'

const ADD = 'olshem user add NAME --role admin'

/**
 * Without users whoever reaches the server may do almost everything, and
 * without https passwords are read on their way.
 *
 * @throws Refusal with every reason
 */
export function refuseOpenAddress(
  { host, publicUrl }: Configuration,
  hasUsers: boolean,
): void {
  const reasons: string[] = []
  const isHttps = publicUrl?.protocol === 'https:'
  if (!isLoopback(host) && !hasUsers) {
    reasons.push(
      `HOST is "${host}", which other machines reach, and there are no users who sign in. Add the first one (${ADD}), or leave HOST at 127.0.0.1.`,
    )
  }
  if (!isLoopback(host) && !isHttps) {
    reasons.push(
      `HOST is "${host}", which other machines reach, and PUBLIC_URL names no https address: passwords would be read on their way. Set PUBLIC_URL to the address of the proxy that speaks https (https://rating.example), or leave HOST at 127.0.0.1.`,
    )
  }
  if (publicUrl && !isLoopback(publicUrl.hostname) && !hasUsers) {
    reasons.push(
      `PUBLIC_URL is "${publicUrl.origin}", where others reach the server, and there are no users who sign in. Add the first one (${ADD}), or leave PUBLIC_URL out.`,
    )
  }
  if (reasons.length > 0) throw new Refusal(reasons)
}
