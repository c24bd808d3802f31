/** Rules made from the rows of a table: those that did not fire are told together. */
import type { RuleNode } from '../methodology/rule-nodes.js'
import type { ExplainedRule } from './explanation.js'

/**
 * @param explained - one for each of the rules, in their order
 * @returns every rule of its own and every instance that fired or is undecided;
 *   the other instances of a template as one, where the first of them stood
 */
export function gatherInstances(
  rules: readonly RuleNode[],
  explained: readonly ExplainedRule[],
): readonly ExplainedRule[] {
  const idle = new Map<string, number>()
  const templates = explained.map((each, index) => {
    const template = rules[index]?.template ?? null
    return each.state === 'not-fired' ? template : null
  })
  for (const template of templates) {
    if (template !== null) idle.set(template, (idle.get(template) ?? 0) + 1)
  }
  return explained.flatMap((each, index) => {
    const template = templates[index] ?? null
    if (template === null) return [each]
    const instances = idle.get(template)
    if (instances === undefined) return []
    idle.delete(template)
    return [together(template, instances, each)]
  })
}

/** Titles, citations and facts differ from row to row; what they share stays. */
function together(
  template: string,
  instances: number,
  first: ExplainedRule,
): ExplainedRule {
  return {
    ...first,
    rule: template,
    instances,
    title: {},
    event: first.event.split(' ')[0] ?? '',
    citation: '',
    facts: [],
  }
}
