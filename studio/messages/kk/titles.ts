import type { titles as english } from '../en/titles.js'
import type { Words } from '../words.js'

export const titles: Words<typeof english> = {
  home: 'Olshem',
  body: 'Орган және оның бағасы',
  signIn: 'Кіру',
  notFound: 'Ештеңе жоқ',
  years: 'Жылдар мен нәтижелер',
  methodologies: 'Әдістемелер',
  methodology: 'Әдістеме',
  methodologyVersion: 'Нұсқаның қағидалары',
  compare: 'Не өзгерді',
  replay: 'Қайта есептеу',
  publication: 'Жариялау',
  data: 'Деректер',
  draft: 'Жоба',
  dataSet: 'Деректер жиынтығы',
  newData: 'Деректерді жүктеу',
  newRegister: 'Тізілімді жүктеу',
  administration: 'Басқару',
  year: 'Жыл',
  results: 'Нәтижелер',
  whatIf: 'Егер өзгерсе',
}
