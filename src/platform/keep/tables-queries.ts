import type { Client } from 'pg'

export type Table = { readonly name: string; readonly columns: readonly string[] }

/** Every logged table of the schema, parents before children, with the columns that are written (not generated). */
export async function listTables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name,
           array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' order by c.relname`)
  const { rows: links } = await client.query<{ child: string; parent: string }>(`
    select distinct c.relname as child, p.relname as parent from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'app'::regnamespace and c.oid <> p.oid`)
  return parentsFirst(rows, links)
}

function parentsFirst(
  tables: readonly Table[],
  links: readonly { child: string; parent: string }[],
): readonly Table[] {
  const done = new Set<string>()
  const ordered: Table[] = []
  let left = [...tables]
  while (left.length > 0) {
    const ready = left.filter((table) =>
      links.every(
        (link) =>
          link.child !== table.name ||
          done.has(link.parent) ||
          !left.some((other) => other.name === link.parent),
      ),
    )
    const next = ready.length > 0 ? ready : left.slice(0, 1) // a ring of references: foreign keys are off while we load
    for (const table of next) {
      done.add(table.name)
      ordered.push(table)
    }
    left = left.filter((table) => !done.has(table.name))
  }
  return ordered
}

export async function countRows(
  client: Client,
  tables: readonly Table[],
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from app."${table.name}"`)
    counts[table.name] = Number(rows[0]!.n)
  }
  return counts
}
