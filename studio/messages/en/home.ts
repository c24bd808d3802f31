export const home = {
  heading: 'Assessment by published rules',
  lead: 'Olshem assesses bodies by published rules: ministries, regions, universities, countries. The rules are files that can be read; every figure can be asked for its reason.',
  results: 'Assessments on this server',
  resultsLead:
    'Open one, choose a body, then any of its figures: you will see its formula, the paragraph, the numbers put in, and the cell they came from.',
  noResults: 'No assessment has been made yet.',
  demonstrationLater:
    'At its first start the server loads demonstrations; that takes a few seconds.',
  bodies: 'Bodies',
  rules: 'The rules themselves',
  rulesLead:
    'Each version says which act it puts into force, for which years, and what changed since the one before.',
} as const
