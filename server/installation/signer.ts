/**
 * Signs for this installation, with the key that its database names. A key that
 * was replaced meanwhile is read anew, so that servers which share its file go
 * on without being started again.
 */
import type { Database } from '../database/tables.js'
import { instantOf, type Instant } from '../instant.js'
import { Refusal } from '../refusal.js'
import { ServiceRefusal } from '../service-refusal.js'
import type { KeyPlace } from '../signing/find-signing-key.js'
import { signDocument, type Signed } from '../signing/signature.js'
import type { SigningKey } from '../signing/signing-key.js'
import { listPublicKeys, openSigningKey } from './installation-keys.js'

export class Signer {
  private constructor(
    private key: SigningKey,
    private readonly place: KeyPlace,
  ) {}

  /** @throws Refusal where this server has another key than the installation */
  static async open(database: Database, place: KeyPlace): Promise<Signer> {
    const now = instantOf(new Date())
    return new Signer(await openSigningKey(database, place, now), place)
  }

  /**
   * @param documentAt - is given the time of the signature
   * @throws ServiceRefusal `SIGNING_KEY_LACKING`
   */
  async sign<
    Document extends {
      readonly kind: string
      readonly time: Instant
    },
  >(
    database: Database,
    documentAt: (time: Instant) => Document,
  ): Promise<Document & Signed> {
    const key = await this.currentKey(database)
    return signDocument(documentAt(instantOf(new Date())), key)
  }

  private async currentKey(database: Database): Promise<SigningKey> {
    const keys = await listPublicKeys(database)
    const current = keys.find(({ until }) => until === null)
    if (current?.id === this.key.id) return this.key
    try {
      const now = instantOf(new Date())
      this.key = await openSigningKey(database, this.place, now)
      return this.key
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      throw new ServiceRefusal('SIGNING_KEY_LACKING', [
        'The key was replaced, and this server still has the one before.',
      ])
    }
  }
}

/** For a server that was given none. @throws ServiceRefusal `SIGNING_KEY_LACKING` */
export function givenSigner(signer: Signer | null): Signer {
  if (signer) return signer
  throw new ServiceRefusal('SIGNING_KEY_LACKING', [
    'This server was started without a key.',
  ])
}
