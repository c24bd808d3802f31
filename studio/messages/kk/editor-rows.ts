import type { rows as english } from '../en/editor-rows.js'
import type { Words } from '../words.js'

export const rows: Words<typeof english> = {
  heading: 'Жолдар',
  otherCells: 'Жолдар және олардың басқа ұяшықтары',
  keys: 'Бағыттауыш пернелер ұяшықтан ұяшыққа өтеді, Enter ұяшықты ашады, Delete оны мәнсіз қалдырады. Alt пен бағыттауыш жолды жылжытады, Ctrl+Enter астына жол қосады, Ctrl+Delete жолды жояды. Электрондық кестенің ұяшықтарын қоюға болады.',
  apart: 'Жолдарды бүкіл терезеде көрсету',
  back: 'Пішінге оралу',
  key: 'кілт',
  search: 'Жолдардан іздеу',
  count: 'Жолдар саны: {count}',
  found: 'Табылған жолдар: {count} ішінен {found}',
  add: 'Жол қосу',
  remove: 'Жолды жою',
  move: 'Жолды жылжыту',
  cell: '{column}: {row}',
  removeName: '{name} алып тастау',
  otherForm: 'Бұл жол ұяшықтармен жазылмаған. Оны YAML көрінісінде өзгертіңіз.',
  pasted: 'Қойылған ұяшықтар: {cells}. Қосылған жолдар: {rows}.',
  tooWide:
    'Қойылатын бағандар саны: {wide}, ал кестеде осы ұяшықтан бастап: {room}. Ештеңе өзгерген жоқ.',
  moved: 'Енді жол {all} ішінен {place}-орында тұр.',
  removed: '{place}-жол жойылды.',
}
