/** A peer whose binary is not there for this machine is left out and named. */
export class NotInstalled extends Error {}

/** @throws NotInstalled where the library cannot be loaded */
export async function load<Library>(
  library: () => Promise<Library>,
): Promise<Library> {
  try {
    return await library()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new NotInstalled(reason.split('\n')[0] ?? '')
  }
}
