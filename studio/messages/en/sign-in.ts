export const signIn = {
  heading: 'Sign in',
  name: 'Name',
  password: 'Password',
  send: 'Sign in',
  refused: 'There is no user with this name and password.',
} as const
