/** Jobs that ended long ago, which can be begun anew; runs and the audit log are never deleted. */
import { lockChain } from '../audit/append-entry.js'
import { inTransaction } from '../database/in-transaction.js'
import type { Database } from '../database/tables.js'
import { instantOf } from '../instant.js'
import { logAction, type Acting } from '../repository/acting.js'

const DAY = 86_400_000

/** Far fewer parameters than a statement may have. */
const MOST_AT_ONCE = 500

/**
 * Deletes jobs with their findings; that there were such jobs stays in the log.
 *
 * @param days - how long they are kept after they have ended
 * @returns how many were deleted
 */
export async function forgetJobs(
  database: Database,
  days: number,
  acting: Acting,
): Promise<number> {
  const limit = instantOf(new Date(Date.parse(acting.at) - days * DAY))
  return inTransaction(database, async (transaction) => {
    await lockChain(transaction)
    const rows = await transaction
      .selectFrom('jobs')
      .select('id')
      .where('state', 'in', ['done', 'failed', 'cancelled'])
      .where('ended_at', '<', limit)
      .limit(MOST_AT_ONCE)
      .execute()
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return 0
    await transaction
      .deleteFrom('job_findings')
      .where('job', 'in', ids)
      .execute()
    await transaction.deleteFrom('jobs').where('id', 'in', ids).execute()
    for (const id of ids) {
      const details = { keptDays: days }
      const entry = { action: 'job.deleted', subject: `job:${id}`, details }
      await logAction(acting, entry, transaction)
    }
    return ids.length
  })
}
