import type { whatIf as english } from '../en/what-if.js'
import type { Words } from '../words.js'

export const whatIf: Words<typeof english> = {
  heading: 'Салмақтар басқаша болса не өзгереді',
  lead: 'Ештеңені өзгертпейтін сынақ: «{methodology}» әдістемесінің {version} нұсқасының қағидалары сіздің салмақтарыңызбен. Сақтау үшін жоба жасаңыз.',
  weights: 'Салмақтар',
  sum: 'Қосынды',
  sumOf: '{total} ішінен {sum}',
  sumFits: 'сәйкес',
  sumDiffers: 'сәйкес емес',
  share: 'Қалғанын басқалары бөліседі',
  notHere: 'кестеден немесе параметрден алынады; оны мәтінде өзгертіңіз',
  noWeights:
    'Файлда осында өзгертуге болатын салмақ жоқ. Мәтіннің өзін төменде өзгертуге болады.',
  text: 'Қағидалар мәтіні',
  reset: 'Қағидаларды бастапқы күйіне қайтару',
}
