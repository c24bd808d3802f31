/** Why weights cannot be drawn for a methodology and its data, in words for whoever asked. */
export class DrawsRefused extends Error {
  override readonly name = 'DrawsRefused'
}
