/** Whoever did something, as records name them: `server`, `local`, `user:ID`, `key:ID`. */
export type Actor =
  | { readonly kind: 'server' | 'local' }
  /** A name where it is known, the id otherwise. */
  | { readonly kind: 'named'; readonly name: string }

/** @param names - of users and keys, as the answer has them that names whoever acted */
export function actorOf(
  text: string,
  names: Readonly<Record<string, string>>,
): Actor {
  if (text === 'server' || text === 'local') return { kind: text }
  return { kind: 'named', name: names[text] ?? text }
}
