/** The letter as a page: the same blocks as in the files. */
import type { FactRow, Letter, LetterBlock, LetterTable } from '#src/domain/letters/letter.ts'

function Lines({ text }: { readonly text: string }) {
  const lines = text.split('\n')
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  )
}

function Facts({ rows }: { readonly rows: readonly FactRow[] }) {
  if (rows.length === 0) return null
  return (
    <dl class="answers">
      {rows.map((row) => (
        <div>
          <dt>{row.label}</dt>
          <dd>
            <Lines text={row.text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Table({ table }: { readonly table: LetterTable }) {
  return (
    <table>
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.head.map((cell) => (
            <th scope="col">{cell}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...table.rows, ...(table.foot ? [table.foot] : [])].map((row) => (
          <tr>
            {row.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Block({ block }: { readonly block: LetterBlock }) {
  switch (block.kind) {
    case 'heading':
      return <h4>{block.text}</h4>
    case 'paragraph':
      return (
        <p>
          <Lines text={block.text} />
        </p>
      )
    case 'note':
      return <p class="small">{block.text}</p>
    case 'facts':
      return <Facts rows={block.rows} />
    case 'list':
      return (
        <ol>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ol>
      )
    case 'table':
      return <Table table={block} />
    case 'beside':
      return (
        <Table
          table={{
            kind: 'table',
            caption: block.title,
            head: block.versions.map((version) => version.who),
            rows: [block.versions.map((version) => version.text)],
            widths: [],
            amounts: [],
          }}
        />
      )
    case 'sign':
      return (
        <ul>
          {block.lead && <li>{block.lead}</li>}
          {block.parties.map((party) => (
            <li>
              <Lines text={party.role} />
              {party.name && `: ${party.name}`}
            </li>
          ))}
        </ul>
      )
  }
}

export function LetterPreview({ letter }: { readonly letter: Letter }) {
  return (
    <article class="panel stack" lang={letter.language}>
      <p>
        <strong>{letter.from}</strong>
      </p>
      <h3>{letter.title}</h3>
      <Facts rows={letter.facts} />
      {letter.to.length > 0 && (
        <p>
          <Lines text={letter.to.join('\n')} />
        </p>
      )}
      {letter.blocks.map((block) => (
        <Block block={block} />
      ))}
      <p class="small">{letter.footer}</p>
    </article>
  )
}
