/** Keys of the section `register`. */
import {
  condition,
  listOf,
  oneOf,
  reading,
  table,
  type Schema,
} from './parts.js'

const REGISTER_ID = '^[a-z][a-z0-9-]{0,63}$'

const registerId = (description: string): Schema => ({
  type: 'string',
  pattern: REGISTER_ID,
  description,
  'x-expected': 'the id of a register, of small letters, digits and hyphens',
})

const monthDay = (description: string): Schema => ({
  type: 'string',
  pattern:
    '^((0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|[12]\\d))$',
  description,
  'x-expected': 'a day of the year as MM-DD',
})

export const register: Schema = {
  ...table(
    {
      id: registerId('Id of the register.'),
      in_force: {
        ...table(
          {
            on: monthDay(
              'A body counts if it was in force on this day of the reporting year, as 12-31.',
            ),
            during: oneOf(
              ['year'],
              'A body counts if it was in force on any day of the reporting year.',
            ),
          },
          'Which bodies of the register are assessed in a year; default on: 12-31.',
        ),
        minProperties: 1,
        maxProperties: 1,
      },
      where: condition(
        'Only bodies for which this holds, over the inputs that say `from: register`.',
      ),
      reorganised: listOf(
        table(
          {
            ended: table(
              {
                from: monthDay('First day of the period, as 01-01.'),
                to: monthDay('Last day of the period, as 06-30.'),
              },
              'The period of the reporting year in which the body had its last day.',
              ['from', 'to'],
            ),
            then: oneOf(
              ['joined-to-successor', 'not-scored'],
              'joined-to-successor: assessed within its successor. not-scored: listed with date and citation.',
            ),
            ...reading('any key of the entry'),
          },
          'What becomes of bodies that ended in a period of the reporting year.',
          ['ended', 'then'],
        ),
        'Bodies that ended in the reporting year. Without an entry for the day, a body that ended is assessed as `in_force` says.',
      ),
    },
    'The register of bodies: its id (rules/registers/ID.csv), or a table that says who of it is assessed.',
    ['id'],
  ),
  type: ['string', 'object'],
  pattern: REGISTER_ID,
  'x-expected': 'the id of a register, or a table of keys',
}
