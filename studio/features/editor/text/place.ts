/** Keys and list indexes from the root of a file to one of its values. */
export type Place = readonly (string | number)[]

export function placeKey(place: Place): string {
  return JSON.stringify(place)
}

export function isWithin(place: Place, outer: Place): boolean {
  return outer.every((step, index) => place[index] === step)
}
