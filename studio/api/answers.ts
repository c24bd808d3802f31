/** What more than one feature reads in answers of the server, by the names that its document has for it. */
import type { components } from './openapi.js'

type Schemas = components['schemas']

export type BodyResult = Schemas['BodyResult']
export type DataSet = Schemas['DataSet']
export type DraftState = Schemas['DraftState']
export type FileMistake = Schemas['FileMistake']
export type ListedDraft = Schemas['ListedDraft']
export type ListedVersion = Schemas['ListedVersion']
export type Methodologies = Schemas['Methodologies']
export type MethodologyList = Methodologies['methodologies']
export type ListedMethodology = MethodologyList[number]
export type RunExamples = Schemas['RunExamples']
export type RunPage = Schemas['RunPage']
export type RunRequest = Schemas['RunRequest']
export type ScoreAnswer = Schemas['ScoreAnswer']
export type StoredRun = Schemas['StoredRun']
