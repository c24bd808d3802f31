import type { rows as english } from '../en/editor-rows.js'
import type { Words } from '../words.js'

export const rows: Words<typeof english> = {
  heading: 'Строки',
  otherCells: 'Строки с остальными ячейками',
  keys: 'Клавиши со стрелками ведут от ячейки к ячейке, Enter открывает ячейку, Delete оставляет её без значения. Alt со стрелкой перемещает строку, Ctrl+Enter добавляет строку под ней, Ctrl+Delete удаляет её. Можно вставить ячейки из электронной таблицы.',
  apart: 'Показать строки во всё окно',
  back: 'Вернуться к форме',
  key: 'ключ',
  search: 'Поиск в строках',
  count: 'Строк: {count}',
  found: 'Найдено строк: {found} из {count}',
  add: 'Добавить строку',
  remove: 'Удалить строку',
  move: 'Переместить строку',
  cell: '{column}: {row}',
  removeName: 'Убрать {name}',
  otherForm: 'Эта строка записана не ячейками. Измените её в виде YAML.',
  pasted: 'Вставлено ячеек: {cells}. Добавлено строк: {rows}.',
  tooWide:
    'Во вставляемом столбцов: {wide}, а в таблице от этой ячейки: {room}. Ничего не изменено.',
  moved: 'Теперь строка на месте {place} из {all}.',
  removed: 'Строка {place} удалена.',
}
