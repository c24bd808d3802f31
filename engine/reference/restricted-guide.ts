/** The part of the reference about values that are not for everybody. */

export const RESTRICTED_GUIDE = `\`restricted: true\` on an input or indicator says that its values are not for everybody. Scores are computed with them, exactly as without the key; they are withheld, and named as restricted, from whoever may not see restricted values: in results, explanations, warnings, places, and everything that is published (\`score --public\`, \`explain --public\`; over HTTP for all without the permission \`see-restricted\`, keys of services included).

Withheld is **everything that depends on a restricted input**, through formulas, criteria, rules, statistics of all bodies, groups, rankings and earlier years, and not only its value but also whether it has one and why not. So all that is shown is computed from unrestricted cells, and stays the same whatever the restricted cells hold. Nobody has to judge who could solve for what.

\`released\` names what is shown all the same, because the act publishes it:

\`\`\`yaml
inputs:
  secrets_kept: { type: number, restricted: true }
  staff_leaving: { type: number, restricted: true }
released: [total, ranking total]
\`\`\`

It takes figures (\`total\`, \`score(NAME)\`, \`goals.K\`), \`ranking NAME\`, \`population NAME\` and \`rule NAME\`. A released figure is shown by its value, or as missing without the reason; what is computed from released figures and unrestricted inputs alone is shown too. A ranking is released by itself: with its output released it is shown anyway if nothing else restricted stands behind it. A body's status follows the total and is \`restricted\` where the total is withheld.

A release can be too much: \`check\` warns with \`RELEASE_SOLVABLE\` where released figures are as many as the restricted inputs behind them (one figure over one input; a total with all its parts but one), since whoever knows the rest may solve for them. The warning counts inputs; it knows nothing of what people know from elsewhere, of figures of earlier years, or of values so few that they can be guessed. In the words of statistical disclosure control (Hundepool et al. 2012), inputs are suppressed primarily and what depends on them complementarily; the release is the owner's decision.

Hashes over restricted values (of data, results, earlier data and results, and of a register with restricted attributes) are withheld too: where all else is known, a value of few possibilities is found by trying each until the hash fits. Whoever may see everything has the same hash as everybody who computes the result; it is of the whole result.

What stays visible: which bodies and rows there are, which bodies were left out because of errors in their data, and the names of columns. The file itself is public: an example that gives a restricted input says \`source: invented\`. Who is assessed (\`register\`, \`where\`) cannot depend on a restricted attribute. An input that takes an output of another methodology which withholds it (\`from\`) has to say \`restricted: true\` itself.`
