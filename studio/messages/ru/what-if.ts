import type { whatIf as english } from '../en/what-if.js'
import type { Words } from '../words.js'

export const whatIf: Words<typeof english> = {
  heading: 'Что было бы при других весах',
  lead: 'Проба, которая ничего не меняет: правила методики «{methodology}» версии {version} с вашими весами. Чтобы сохранить, создайте проект.',
  weights: 'Веса',
  sum: 'Сумма',
  sumOf: '{sum} из {total}',
  sumFits: 'сходится',
  sumDiffers: 'не сходится',
  share: 'Остаток делят остальные',
  notHere: 'берётся из таблицы или параметра; измените его в тексте',
  noWeights:
    'В файле нет весов, которые можно изменить здесь. Сам текст можно изменить ниже.',
  text: 'Текст правил',
  reset: 'Вернуть правила как есть',
}
