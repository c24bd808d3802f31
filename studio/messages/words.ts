/** The shape of one language's words, taken from English: a key that another language lacks does not compile. */
export type Words<Of> = {
  readonly [Key in keyof Of]: Of[Key] extends string ? string : Words<Of[Key]>
}
