/** A small draft for the page, with inputs of every type. */
export const DRAFT = `format: 1
methodology: test
version: "1"
status: draft
title: { en: A small draft, kk: Шағын жоба, ru: Небольшой проект }
act: { title: Test act }
years: { from: 2025 }
parameters:
  cap: { value: 5, unit: points, cite: "1", title: { en: The most points, kk: Ең көп балл, ru: Наибольший балл } }
inputs:
  kind: { type: level, values: [central, local] }
  staff: { type: number, unit: persons, title: { en: Staff, kk: Қызметкерлер, ru: Штат } }
  vacancies: { type: number, unit: persons, title: { en: Vacancies, kk: Бос орындар, ru: Вакансии } }
  late: { type: boolean }
  goals:
    plan: { type: number }
    fact: { type: number }
computed:
  goals.h: { formula: fact / plan, cite: "2", mark: given }
  filled: { formula: (staff - vacancies) / staff, cite: "3", mark: given }
criteria:
  total: { formula: "min(cap, mean(goals.h) * filled)", cite: "4", mark: given }
rules:
  late: { when: late, exclude: { criterion: total }, cite: "5", mark: given }
`
