import type { signIn as english } from '../en/sign-in.js'
import type { Words } from '../words.js'

export const signIn: Words<typeof english> = {
  heading: 'Вход',
  name: 'Имя',
  password: 'Пароль',
  send: 'Войти',
  refused: 'Пользователя с таким именем и паролем нет.',
}
