/**
 * A look at something that others change, shared by all who ask at the same
 * time: nobody is given what was seen before they asked.
 */
export class SharedLook<Seen> {
  private running: Promise<Seen> | null = null
  private waiting: Promise<Seen> | null = null

  constructor(private readonly look: () => Promise<Seen>) {}

  /** Who asks while a look is under way shares the next one. */
  take(): Promise<Seen> {
    if (!this.running) return this.begin()
    this.waiting ??= this.running.then(
      () => this.begin(),
      () => this.begin(),
    )
    return this.waiting
  }

  private begin(): Promise<Seen> {
    this.waiting = null
    const running = this.look().finally(() => {
      if (this.running === running) this.running = null
    })
    this.running = running
    return running
  }
}
