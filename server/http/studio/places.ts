/** The addresses at which a browser is given the studio; what lies below them is the studio's own. */
export const STUDIO_PLACES = [
  'administration',
  'data',
  'drafts',
  'methodologies',
  'replay',
  'runs',
  'sign-in',
  'years',
] as const
