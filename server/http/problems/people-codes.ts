/** What can stand in the way of changing users and keys (`ServiceCode`). */
export const PEOPLE_PROBLEMS = {
  NAME_REFUSED: {
    status: 422,
    title: 'The name cannot be used.',
    mend: 'Write 1 to 100 letters that can be seen.',
  },
  PASSWORD_REFUSED: {
    status: 422,
    title: 'The password cannot be used.',
    mend: 'Write 12 to 256 letters, such as several words.',
  },
  USER_EXISTS: {
    status: 409,
    title: 'A user has this name already.',
    mend: 'Choose another name; capitals do not tell two names apart.',
  },
  USER_UNKNOWN: {
    status: 404,
    title: 'There is no user of this id.',
    mend: 'The users are listed at /v1/users.',
  },
  USER_STATE: {
    status: 409,
    title: 'The user is already as asked.',
    mend: 'Nothing has to be done.',
  },
  LAST_ADMIN: {
    status: 409,
    title: 'Nobody would be left who may administer.',
    mend: 'Give another user the role admin first.',
  },
  KEY_UNKNOWN: {
    status: 404,
    title: 'There is no API key of this id.',
    mend: 'The keys are listed at /v1/api-keys.',
  },
  KEY_AMBIGUOUS: {
    status: 409,
    title: 'Several API keys have this name.',
    mend: 'Name the key by its id.',
  },
  KEY_REVOKED: {
    status: 409,
    title: 'The API key was revoked already.',
    mend: 'Nothing has to be done.',
  },
  KEY_EXPIRY_PASSED: {
    status: 422,
    title: 'The API key would have expired already.',
    mend: 'Name a time that is still to come.',
  },
} as const
