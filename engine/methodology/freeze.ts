/** Freezes a record and everything below it; maps keep their type and are read-only by type. */
export function deepFreeze(value: unknown): void {
  const open = [value]
  for (
    let next = open.pop();
    next !== undefined || open.length > 0;
    next = open.pop()
  ) {
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) {
      continue
    }
    Object.freeze(next)
    open.push(...(next instanceof Map ? next.values() : Object.values(next)))
  }
}
