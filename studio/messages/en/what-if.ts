export const whatIf = {
  heading: 'What if the weights were other',
  lead: 'A trial that changes nothing: the rules of “{methodology}”, version {version}, with weights of your own. To keep it, make a draft.',
  weights: 'Weights',
  sum: 'Sum',
  sumOf: '{sum} of {total}',
  sumFits: 'adds up',
  sumDiffers: 'does not add up',
  share: 'The others share the rest',
  notHere: 'comes from a table or a parameter; change it in the text',
  noWeights:
    'The file gives no weights that can be changed here. The text itself can be changed below.',
  text: 'The text of the rules',
  reset: 'Back to the rules as they are',
} as const
