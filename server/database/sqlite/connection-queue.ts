/** Who may use the one connection: a holder at a time, the others in the order they asked. */
export class ConnectionQueue {
  private isTaken = false
  private readonly waiting: (() => void)[] = []

  async take(): Promise<void> {
    if (!this.isTaken) {
      this.isTaken = true
      return
    }
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve)
    })
  }

  /** Handed on directly, so that nobody who asks just now comes first. */
  release(): void {
    const next = this.waiting.shift()
    if (next) next()
    else this.isTaken = false
  }
}
