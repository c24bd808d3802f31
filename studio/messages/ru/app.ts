import type { app as english } from '../en/app.js'
import type { Words } from '../words.js'

export const app: Words<typeof english> = {
  loading: 'Загружается.',
  skip: 'К содержанию',
  navigation: 'Разделы',
  language: 'Язык',
  theme: 'Цвета',
  themes: {
    system: 'Как в системе',
    light: 'Светлые',
    dark: 'Тёмные',
  },
  docs: 'Адреса для программ',
  local: 'Один пользователь на этом компьютере',
  signOut: 'Выйти',
  unsentHeading: 'Не всё отправлено',
  unsent:
    'Сервер не получил последние изменения {count} проекта. | Сервер не получил последние изменения {count} проектов. | Сервер не получил последние изменения {count} проектов.',
  stay: 'Остаться',
  giveUp: 'Отказаться от них и выйти',
  notFound: 'По этому адресу ничего нет',
  notFoundMend: 'Возможно, в адресе опечатка, или то, что здесь было, удалено.',
  toStart: 'На главную страницу',
  unreachable: 'Сервер не отвечает',
  unreachableMend:
    'Ничего из написанного не потеряно. Повторите, когда сервер снова станет доступен.',
  unexpected: 'Что-то пошло не так',
  again: 'Повторить',
  problemCode: 'Код',
  inLanguage: 'на другом языке: {language}',
  downloading: 'Файл загружается.',
  notDownloaded: 'Файл не получен.',
  cancel: 'Отмена',
  none: 'нет',
  yes: 'да',
  no: 'нет',
  more: 'Показать ещё',
}
