import type { signIn as english } from '../en/sign-in.js'
import type { Words } from '../words.js'

export const signIn: Words<typeof english> = {
  heading: 'Кіру',
  name: 'Аты',
  password: 'Құпиясөз',
  send: 'Кіру',
  refused: 'Мұндай аты мен құпиясөзі бар пайдаланушы жоқ.',
}
