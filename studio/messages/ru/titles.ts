import type { titles as english } from '../en/titles.js'
import type { Words } from '../words.js'

export const titles: Words<typeof english> = {
  home: 'Olshem',
  body: 'Орган и его оценка',
  signIn: 'Вход',
  notFound: 'Ничего нет',
  years: 'Годы и результаты',
  methodologies: 'Методики',
  methodology: 'Методика',
  methodologyVersion: 'Правила версии',
  compare: 'Что изменилось',
  replay: 'Пересчёт',
  publication: 'Публикация',
  data: 'Данные',
  draft: 'Проект',
  dataSet: 'Набор данных',
  newData: 'Загрузка данных',
  newRegister: 'Загрузка реестра',
  administration: 'Управление',
  year: 'Год',
  results: 'Результаты',
  whatIf: 'Что если',
}
