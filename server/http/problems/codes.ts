/**
 * Every way in which the server refuses a request. Codes are permanent: never
 * renamed, never reused. What is wrong with data or rules stands in `errors` of
 * the answer, with the codes of the engine.
 */
import { SERVICE_PROBLEMS } from './service-codes.js'

interface ProblemKind {
  /** Of the answer. */
  readonly status: number
  readonly title: string
  /** How it is mended, and by whom where that is not who sent the request. */
  readonly mend: string
}

export const PROBLEMS = {
  ADDRESS_UNKNOWN: {
    status: 404,
    title: 'There is nothing at this address.',
    mend: 'The addresses are listed at /docs and in /v1/openapi.json.',
  },
  STUDIO_NOT_BUILT: {
    status: 503,
    title: 'The studio is not there.',
    mend: 'Whoever runs the server builds it with "npm run build"; the addresses at /docs work without it.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'This address does not take this method.',
    mend: 'Use one of the methods that the header Allow names.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    title: 'No form of the answer is one that was asked for.',
    mend: 'Ask for another form in the header Accept, or leave the header out.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: 'The body of the request is larger than is read.',
    mend: 'Split the data, or send them as application/x-ndjson where the methodology is scored body by body.',
  },
  MEDIA_TYPE_NOT_READ: {
    status: 415,
    title: 'The body of the request is in a form that is not read here.',
    mend: 'Say what the body is in the header Content-Type; /docs names the forms of each address.',
  },
  BODY_NOT_JSON: {
    status: 400,
    title: 'The body of the request is not JSON.',
    mend: 'Mend the text at the place that is named. A key stands once in an object, even where both values are equal.',
  },
  BODY_NOT_UTF_8: {
    status: 400,
    title: 'The body of the request is not UTF-8.',
    mend: 'Send text in UTF-8, with or without a byte order mark; other encodings are never guessed.',
  },
  REQUEST_MALFORMED: {
    status: 400,
    title: 'The request cannot be read.',
    mend: 'Send it as HTTP describes it, with a body where one is announced.',
  },
  REQUEST_SHAPE: {
    status: 400,
    title: 'The request is not shaped as described.',
    mend: 'Mend each place that "errors" names; nothing is converted, and no unknown field is passed over.',
  },
  PRECONDITION_MISSING: {
    status: 428,
    title: 'The request does not say which text it is meant for.',
    mend: 'Send the header If-Match with the ETag of the text that you have read.',
  },
  HOST_UNKNOWN: {
    status: 421,
    title: 'The header Host names another server.',
    mend: 'Use the address that the server was started with, or set PUBLIC_URL to the one that others use.',
  },
  CROSS_SITE_REFUSED: {
    status: 403,
    title: 'A page of another site sent this request.',
    mend: 'Send it from a page of this server, or from a program, which sends no Origin.',
  },
  LOCAL_ONLY: {
    status: 403,
    title: 'A server without users answers its own machine alone.',
    mend: 'Whoever runs the server adds users (olshem user add NAME --role admin); then everybody signs in.',
  },
  SIGN_IN_NEEDED: {
    status: 401,
    title: 'Nobody has signed in.',
    mend: 'Sign in with POST /v1/session, or send an API key: Authorization: Bearer KEY.',
  },
  SIGN_IN_REFUSED: {
    status: 401,
    title: 'Name and password do not belong together.',
    mend: 'Type both again. Whoever runs the server gives a new password: olshem user password NAME.',
  },
  KEY_REFUSED: {
    status: 401,
    title: 'The API key is not taken.',
    mend: 'Send one that has neither expired nor been revoked, as Authorization: Bearer KEY.',
  },
  NOT_ALLOWED: {
    status: 403,
    title: 'Who asks may not do this.',
    mend: 'Ask an administrator for a role, or a key with a scope, that may.',
  },
  CSRF_TOKEN_NEEDED: {
    status: 403,
    title:
      'A request that changes something must say that it comes from a page of this server.',
    mend: 'Send the header Olshem-CSRF with the text that GET /v1/session answers as "csrf".',
  },
  SECOND_PERSON_NEEDED: {
    status: 409,
    title: 'Approving takes a second person, and this server has no users.',
    mend: 'Add two users: olshem user add NAME --role owner, and olshem user add NAME --role approver.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    title: 'There were too many requests in a minute.',
    mend: 'Send it again after the seconds that the header Retry-After names. Whoever runs the server sets OLSHEM_RATE_LIMIT.',
  },
  REQUEST_TOO_SLOW: {
    status: 408,
    title: 'The body of the request came too slowly.',
    mend: 'Send it again over a faster connection, or in parts.',
  },
  METHODOLOGY_UNKNOWN: {
    status: 404,
    title: 'There is no methodology of this name.',
    mend: 'The names are listed at /v1/methodologies.',
  },
  VERSION_UNKNOWN: {
    status: 404,
    title: 'The methodology has no version of this name.',
    mend: 'Its versions are listed at /v1/methodologies/METHODOLOGY.',
  },
  VERSION_NOT_NAMED: {
    status: 422,
    title: 'It is not said which version is meant.',
    mend: 'Name a version, or a year that it is in force for.',
  },
  RULES_UNREADABLE: {
    status: 503,
    title: 'The rules folder cannot be relied on.',
    mend: 'Whoever keeps the rules folder has to mend what "errors" names.',
  },
  BODY_NOT_IN_DATA: {
    status: 422,
    title: 'A body that is to be explained is not in the data.',
    mend: 'Name bodies by the ids that they have in the data.',
  },
  LOOKS_ACROSS_BODIES: {
    status: 422,
    title: 'The methodology cannot be scored body by body.',
    mend: 'Send all bodies in one request of application/json.',
  },
  TABLE_UNKNOWN: {
    status: 404,
    title: 'The data of the version have no table of this name.',
    mend: 'Name one of its tables, or ask for the JSON form, which has all of them.',
  },
  TOO_MANY_WAITING: {
    status: 503,
    title: 'Too many large requests are waiting already.',
    mend: 'Send it again after the seconds that the header Retry-After names.',
  },
  SERVER_FAULT: {
    status: 500,
    title: 'The server made a mistake.',
    mend: 'Whoever runs the server finds it in the log by the id of the request.',
  },
  ...SERVICE_PROBLEMS,
} as const satisfies Readonly<Record<string, ProblemKind>>

export type HttpCode = keyof typeof PROBLEMS
