import pg from 'pg'
import type { Connection } from '../db/prepare.ts'

/** A job that nobody has done yet; its payload holds ids only. */
export type WaitingJob = {
  readonly task: string
  readonly payload: unknown
  readonly key: string | null
  readonly run_at: string
}

async function asQueue<T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What waits at the moment of that snapshot, so that the jobs fit the rows of the same copy. */
export function readWaitingJobs(connection: Connection, snapshot: string): Promise<readonly WaitingJob[]> {
  return asQueue(connection, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`set transaction snapshot '${snapshot}'`)
    const { rows } = await client.query<WaitingJob>(
      `select t.identifier as task, j.payload, j.key, to_json(j.run_at) #>> '{}' as run_at
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
    )
    await client.query('commit')
    return rows
  })
}

/** Jobs may run twice: what was under way at the time of the copy is done again. */
export function addWaitingJobs(connection: Connection, jobs: readonly WaitingJob[]): Promise<void> {
  return asQueue(connection, async (client) => {
    for (const job of jobs)
      await client.query(
        `select graphile_worker.add_job(identifier => $1, payload => $2, job_key => $3, run_at => $4)`,
        [job.task, JSON.stringify(job.payload), job.key, job.run_at],
      )
  })
}
