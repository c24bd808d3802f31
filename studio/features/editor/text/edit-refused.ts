/** Why an edit of a form cannot be written into the text of its draft. */
import type { Place } from './place.js'

export type RefusalCode =
  /** The text is not YAML as it stands, so that nothing in it has a certain place. */
  | 'TEXT_DOES_NOT_PARSE'
  /** Something on the way to the place is text or a number, and has nothing inside. */
  | 'PLACE_IN_SCALAR'
  /** An anchor, an alias, a merge key or a tag: what is edited may count elsewhere too. */
  | 'PLACE_SHARED'
  /** The key stands twice. */
  | 'KEY_TWICE'
  | 'PLACE_NOT_FOUND'
  | 'KEY_EXISTS'
  | 'LITERAL_NOT_PLAIN'
  /** An entry of a map among the items of a list, or the other way round. */
  | 'NOT_ALIKE'
  /** It would move into itself. */
  | 'MOVE_INTO_ITSELF'
  /** Its comments have no room inside the braces that it would move into. */
  | 'COMMENT_WITHOUT_ROOM'
  /** Written in a way that this editor does not follow; the text itself can still be edited. */
  | 'LAYOUT_NOT_FOLLOWED'

export class EditRefused extends Error {
  override readonly name = 'EditRefused'

  constructor(
    readonly code: RefusalCode,
    readonly place: Place,
  ) {
    super(`${code} at ${place.join('.')}`)
  }
}
