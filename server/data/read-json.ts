/** A JSON text as a data set. */
import {
  datasetFromJson,
  type DataLimits,
  type DataProblem,
  type ReadDataset,
} from '../../engine/index.js'
import { fileProblem } from './file-problem.js'
import { parseJson, type ParsedJson } from './parse-json.js'
import { parsePlainJson } from './parse-plain-json.js'

/** @param year - the year that was asked for */
export function readJson(
  text: string,
  file: string,
  year: number,
  limits: DataLimits,
): ReadDataset {
  const plain = parsePlainJson(text)
  const parsed: ParsedJson =
    plain === undefined
      ? parseJson(text, file)
      : { isJson: true, json: plain, problems: [] }
  if (!parsed.isJson) {
    return { dataset: { year: null, bodies: [] }, problems: parsed.problems }
  }
  const { dataset, problems } = datasetFromJson(parsed.json, file, limits)
  return {
    dataset,
    problems: [
      ...parsed.problems,
      ...problems,
      ...yearProblems(dataset.year, year, file),
    ],
  }
}

function yearProblems(
  said: number | null,
  asked: number,
  file: string,
): readonly DataProblem[] {
  if (said === null || said === asked) return []
  const message = `${file} says that it is of ${said}, and ${asked} was asked for. Ask for ${said}, or give the file of ${asked}.`
  const place = { column: 'year' }
  return [fileProblem('DATA_YEAR_MISMATCH', file, message, place)]
}
