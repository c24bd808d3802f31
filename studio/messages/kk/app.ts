import type { app as english } from '../en/app.js'
import type { Words } from '../words.js'

export const app: Words<typeof english> = {
  loading: 'Жүктелуде.',
  skip: 'Мазмұнға өту',
  navigation: 'Бөлімдер',
  language: 'Тіл',
  theme: 'Түстер',
  themes: {
    system: 'Жүйедегідей',
    light: 'Ашық',
    dark: 'Қараңғы',
  },
  docs: 'Бағдарламаларға арналған мекенжайлар',
  local: 'Осы компьютердегі жалғыз пайдаланушы',
  signOut: 'Шығу',
  unsentHeading: 'Бәрі жіберілген жоқ',
  unsent:
    'Сервер {count} жобаның соңғы өзгерістерін алған жоқ. | Сервер {count} жобаның соңғы өзгерістерін алған жоқ.',
  stay: 'Қалу',
  giveUp: 'Олардан бас тартып, шығу',
  notFound: 'Бұл мекенжайда ештеңе жоқ',
  notFoundMend: 'Мекенжайда қате болуы немесе мұндағы нәрсе жойылуы мүмкін.',
  toStart: 'Басты бетке',
  unreachable: 'Сервер жауап бермейді',
  unreachableMend:
    'Жазғандарыңыздан ештеңе жоғалған жоқ. Сервер қолжетімді болғанда қайталаңыз.',
  unexpected: 'Бірдеңе дұрыс болмады',
  again: 'Қайталау',
  problemCode: 'Код',
  inLanguage: 'басқа тілде: {language}',
  downloading: 'Файл жүктеліп жатыр.',
  notDownloaded: 'Файл алынбады.',
  cancel: 'Болдырмау',
  none: 'жоқ',
  yes: 'иә',
  no: 'жоқ',
  more: 'Тағы көрсету',
}
