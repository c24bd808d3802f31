/** The jobs of a server: worked on while it runs, measured, and laid down when it stops. */
import type { FastifyInstance } from 'fastify'
import { Gauge } from 'prom-client'

import type { Database } from '../database/tables.js'
import { forgetJobs } from '../jobs/forget-jobs.js'
import { JobRunner } from '../jobs/job-runner.js'
import { countJobs } from '../jobs/job-store.js'
import { actingNow, SERVER } from './acting.js'
import type { Metrics } from './metrics.js'

const DAY = 86_400_000

export function runJobs(
  app: FastifyInstance,
  database: Database,
  metrics: Metrics,
  keepJobsDays: number | null,
): JobRunner {
  const runner = new JobRunner({
    database,
    acting: () => actingNow(SERVER),
    onError: (error, words) => app.log.error({ err: error }, words),
  })
  app.addHook('onReady', (done) => {
    runner.start()
    done()
  })
  if (keepJobsDays !== null) forgetDaily(app, database, keepJobsDays)
  // Before the database is closed, which others do when the app is.
  app.addHook('preClose', () => runner.stop())
  measureJobs(database, metrics)
  return runner
}

/** At the start, and once in a day. */
function forgetDaily(
  app: FastifyInstance,
  database: Database,
  days: number,
): void {
  let forgetting = Promise.resolve()
  const forget = () => {
    forgetting = forgetting
      .then(() => forgetJobs(database, days, actingNow(SERVER)))
      .then((deleted) => {
        if (deleted > 0) app.log.info({ deleted }, 'old jobs were deleted')
      })
      .catch((error: unknown) => {
        app.log.error({ err: error }, 'old jobs cannot be deleted')
      })
  }
  let timer: NodeJS.Timeout | null = null
  app.addHook('onReady', (done) => {
    forget()
    timer = setInterval(forget, DAY).unref()
    done()
  })
  app.addHook('preClose', async () => {
    if (timer) clearInterval(timer)
    await forgetting
  })
}

function measureJobs(database: Database, { registry }: Metrics): void {
  new Gauge({
    name: 'olshem_jobs',
    help: 'Jobs of all servers on this database, by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset()
      // Without the database the other measurements are still wanted.
      const counts = await countJobs(database).catch(() => [])
      for (const [state, jobs] of counts) this.set({ state }, jobs)
    },
  })
}
