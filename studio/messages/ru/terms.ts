import type { terms as english } from '../en/terms.js'
import type { Words } from '../words.js'

export const terms: Words<typeof english> = {
  act: 'Акт',
  body: 'Орган',
  criterion: 'Критерий',
  dataSet: 'Набор данных',
  methodology: 'Методика',
  place: 'Место',
  runOf: '{methodology}, версия {version}, {year} год',
  score: 'Оценка',
  version: 'Версия',
  weight: 'Вес',
  year: 'Год',
  states: {
    missing: 'нет данных',
    emptyText: 'пустой текст',
    emptyList: 'пустой список',
    notApplicable: 'неприменимо',
    restricted: 'не публикуется',
    notScored: 'не оценён',
  },
}
