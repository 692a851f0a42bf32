import { jobs } from '#src/background.ts'
import type { TestPlatform } from './platform.ts'

/** Runs what was enqueued, in order, until nothing is left: what the workers do, without waiting for them. Returns the names. */
export async function runJobs(world: TestPlatform): Promise<readonly string[]> {
  const ran: string[] = []
  for (;;) {
    const [next] = await world.root(
      `delete from graphile_worker._private_jobs where id = (
         select id from graphile_worker._private_jobs where run_at <= $1::timestamptz + interval '1 year' order by id limit 1)
       returning (select identifier from graphile_worker._private_tasks t where t.id = task_id) as name, payload`,
      [world.time.now],
    )
    if (!next) return ran
    const job = jobs.find((each) => each.name === next['name'])
    if (!job) throw new Error(`no job is called ${String(next['name'])}`)
    await job.handle(world.platform, job.schema.parse(next['payload']))
    ran.push(job.name)
  }
}
