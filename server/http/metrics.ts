/** What is measured of a server, in the form of Prometheus. */
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export interface Metrics {
  readonly registry: Registry
  /** Seconds from the first byte of a request to the last of its answer. */
  readonly requests: Histogram<'method' | 'route' | 'status'>
  /** Seconds from data that have been received to a result. */
  readonly evaluations: Histogram<'methodology' | 'where'>
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30]

export function openMetrics(): Metrics {
  const registry = new Registry()
  // Memory, processor time, garbage collection and the lag of the event loop.
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'olshem_http_request_seconds',
      help: 'Time that requests took, by route',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [registry],
    }),
    evaluations: new Histogram({
      name: 'olshem_evaluation_seconds',
      help: 'Time that scoring took, by methodology, here or in a thread',
      labelNames: ['methodology', 'where'],
      buckets: SECONDS,
      registers: [registry],
    }),
  }
}
