/**
 * What a database says of the versions of methodologies. It counts beside the
 * rules folder: a file that contradicts it is refused, and a version that the
 * folder lacks is there all the same, since another server may have published it.
 */
export interface PublishedVersion {
  readonly methodology: string
  readonly version: string
  readonly sha256: string
  /** `imported`: from a rules folder, approved by nobody. */
  readonly origin: 'imported' | 'published'
  readonly withdrawn: Withdrawal | null
  /** Where the rules folder has no file of it. */
  readonly text: string | null
}

export interface Withdrawal {
  /** UTC. */
  readonly at: string
  readonly because: string
}
