/** A small complete methodology: the reference shows it, and a test runs its examples. */
export const SAMPLE = `# libraries/2024.yaml
format: 1
methodology: libraries
version: "2024"
title: Public libraries of a city
status: draft
act: { title: City library charter, date: 2024-01-15 }
years: { from: 2024 }

parameters:
  points_for_lateness: { value: 5, unit: points, cite: "12" }

inputs:                       # columns of the body, and tables of rows
  report_late: { type: boolean, default: false, cite: "11" }
  branches:
    visits: { type: number, unit: visits, bounds: { least: 0 } }
    days_open: { type: number, unit: days, bounds: { least: 0, most: 366 } }

computed:
  branches.per_day: { formula: visits / days_open, unit: visits per day, cite: "5", mark: given }
  visits_per_day: { formula: mean(branches.per_day), unit: visits per day, cite: "6", mark: given }

indicators:                   # one line each: input and leaf of the tree
  loans: { under: quality, weight: 0.6, unit: loans per reader, missing: allowed, normalise: { kind: goalposts, from: 0, to: 20, range: [0, 100], clamp: both } }
  satisfaction: { under: quality, weight: 0.4, type: level, values: [low, fair, high], normalise: { kind: scale, points: { low: 0, fair: 50, high: 100 } } }

criteria:
  total:
    title: Total
    unit: points
    formula: max(0, 0.7 * quality + 0.3 * min(100, visits_per_day) - late)
    cite: "3"
    mark: reconstructed
    alternatives: [{ formula: 0.7 * quality + 0.3 * visits_per_day - late, note: visits are not held at 100 }]
    round: { digits: 1, mode: half-up }
    children:
      quality: { title: Quality, aggregate: arithmetic, missing_child: share-weights }

deductions:
  late: { unit: points, cite: "12", mark: given }

rules:
  came_late: { when: report_late, deduct: { points: points_for_lateness, into: late }, cite: "12", mark: given }

rankings:
  total: { output: total, ties: competition }

examples:
  - title: A late report
    source: hand
    calculation: >
      loans 10 of 20 give 50 points, high gives 100, quality 0.6 * 50 + 0.4 * 100 = 70;
      visits per day (30 / 10 + 50 / 10) / 2 = 4; 0.7 * 70 + 0.3 * 4 - 5 = 45.2
    body:
      report_late: true
      loans: 10
      satisfaction: high
      branches: [{ visits: 30, days_open: 10 }, { visits: 50, days_open: 10 }]
    expect: { outputs: { quality: 70, visits_per_day: 4, late: 5, total: 45.2 }, deductions: { came_late: 5 } }
  - title: Loans are missing, their weight goes to satisfaction
    source: hand
    calculation: quality is 100, total 0.7 * 100 + 0.3 * 4 = 71.2
    body: { satisfaction: high, branches: [{ visits: 40, days_open: 10 }] }
    expect: { outputs: { quality: 100, total: 71.2 } }
  - title: No branch, so the total is missing and the library is not scored
    source: hand
    calculation: the mean of no rows is missing, and so is what needs it
    body: { loans: 20, satisfaction: low }
    expect: { status: not-scored, outputs: { quality: 60, visits_per_day: null, total: null } }
`
