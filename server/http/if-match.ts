/** The text that a change is meant for, as the header If-Match names it (RFC 9110, 13.1.1). */
import { HttpProblem } from './problems/http-problem.js'

/**
 * @returns the hash of the text
 * @throws HttpProblem PRECONDITION_MISSING, REQUEST_MALFORMED
 */
export function matchedHash(header: string | undefined): string {
  // "*" would match whatever is there, and so a change that nobody has seen.
  if (header === undefined || header.trim() === '*') {
    const said = header === undefined ? 'is missing' : 'is *'
    throw new HttpProblem(
      'PRECONDITION_MISSING',
      `The header If-Match ${said}; it names the text that was read, by its ETag.`,
    )
  }
  const [, hash] = /^\s*"([0-9a-f]{64})"\s*$/.exec(header) ?? []
  if (hash !== undefined) return hash
  throw new HttpProblem(
    'REQUEST_MALFORMED',
    `The header If-Match is ${JSON.stringify(header)}; it takes one ETag as the text was answered with: "sha256", in quotes.`,
  )
}
