/** What a backup says of itself: a file beside its database, written last. */
import { join } from 'node:path'

import type { HeadReference } from '../audit/head.js'
import { readHeadReference } from '../audit/read-head-reference.js'
import type { Instant } from '../instant.js'
import { parseDocument, readDocumentFile } from '../signing/read-document.js'

export interface BackupManifest {
  readonly kind: 'olshem-backup'
  readonly format: 1
  readonly time: Instant
  /** Of the program that wrote it. */
  readonly version: string
  /** Of the file of the database. */
  readonly databaseSha256: string
  /** The last entry of the audit log; null for none. */
  readonly auditHead: HeadReference | null
  /** Id of the private key that is in it; null where none is. */
  readonly signingKey: string | null
}

const WHAT = 'what a backup of Olshem says of itself'

/** The files of a backup. */
export function backupFiles(folder: string) {
  return {
    manifest: join(folder, 'backup.json'),
    database: join(folder, 'olshem.db'),
    key: join(folder, 'signing-key.pem'),
  }
}

/** @throws Refusal where the folder is no backup, or one that was not finished */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const file = backupFiles(folder).manifest
  const fields = parseDocument(await readDocumentFile(file, WHAT), file, WHAT)
  const manifest: BackupManifest = {
    kind: fields.exactly('kind', 'olshem-backup'),
    format: fields.exactly('format', 1),
    time: fields.instant('time'),
    version: fields.text('version'),
    databaseSha256: fields.hash('databaseSha256'),
    auditHead: readHeadReference(fields),
    signingKey: fields.isNull('signingKey') ? null : fields.keyId('signingKey'),
  }
  fields.end()
  fields.refuse(file, WHAT)
  return manifest
}
