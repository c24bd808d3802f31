import type { terms as english } from '../en/terms.js'
import type { Words } from '../words.js'

export const terms: Words<typeof english> = {
  act: 'Акт',
  body: 'Орган',
  criterion: 'Өлшемшарт',
  dataSet: 'Деректер жиынтығы',
  methodology: 'Әдістеме',
  place: 'Орын',
  runOf: '{methodology}, {version} нұсқасы, {year} жыл',
  score: 'Баға',
  version: 'Нұсқа',
  weight: 'Салмақ',
  year: 'Жыл',
  states: {
    missing: 'дерек жоқ',
    emptyText: 'бос мәтін',
    emptyList: 'бос тізім',
    notApplicable: 'қолданылмайды',
    restricted: 'жарияланбайды',
    notScored: 'бағаланбаған',
  },
}
