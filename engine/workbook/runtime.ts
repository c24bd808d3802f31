/** What reading a workbook needs of the place where it runs: Node has it built in, a browser as streams. */
export interface Runtime {
  /** Unpacks what is deflated; null where it is damaged or becomes more than so many bytes. */
  readonly inflate: (
    packed: Uint8Array,
    size: number,
  ) => Promise<Uint8Array | null>
  readonly crc32: (bytes: Uint8Array) => number
  /** Lets others be served, or the page be drawn. */
  readonly pause: () => Promise<void>
}
