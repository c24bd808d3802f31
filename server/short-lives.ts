/**
 * V8 guesses from the first objects of a kind how long later ones will live, and
 * puts what it takes for lasting straight among the old. What is made for a
 * request is garbage when it is answered; but where a long run was computed
 * before, V8 has learnt the opposite, and dead rows among the old keep all that
 * they point at until the next collection of everything. So it is not to guess.
 */
import { setFlagsFromString } from 'node:v8'

/** For the whole process, its threads included; to be called before much is computed. */
export function expectShortLives(): void {
  setFlagsFromString('--no-allocation-site-pretenuring')
}
