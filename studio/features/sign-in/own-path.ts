/** Where to go after signing in: a path of the studio, never another site. */
export function ownPath(back: unknown): string {
  if (typeof back !== 'string') return '/'
  return /^\/(?![/\\])/.test(back) ? back : '/'
}
