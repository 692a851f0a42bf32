/** The room for what comes in and goes out: its parts, and the head that every page in it wears. */
import type { Child } from 'hono/jsx'
import {
  EXCHANGE_PART_NEEDS,
  EXCHANGE_PARTS,
  type ExchangePart,
} from '#src/domain/disclosure/exchange-parts.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'

export const EXCHANGE_ROOM = '/kerja/ekspor-impor'

const PART_PATHS: Readonly<Record<ExchangePart, `/${string}`>> = {
  partners: '/kerja/ekspor-impor/mitra',
  webhooks: '/kerja/ekspor-impor/webhook',
  agreements: '/kerja/ekspor-impor/persetujuan-tetap',
  htcds: '/kerja/ekspor-impor/htcds',
  'old-lists': '/kerja/ekspor-impor/daftar-lama',
}

function partsFor(frame: StaffFrame): readonly ExchangePart[] {
  const roles = frame.who.roles.filter(isRole)
  return EXCHANGE_PARTS.filter((part) => EXCHANGE_PART_NEEDS[part].some((need) => may(roles, need)))
}

/** Whether this person has anything to do in the room. */
export function opensExchange(frame: StaffFrame): boolean {
  return partsFor(frame).length > 0
}

export function ExchangeRoomPage({ frame }: { readonly frame: StaffFrame }) {
  const words = frame.t.kerjaTukar
  const open = partsFor(frame)
  return (
    <StaffPage frame={frame} current="settings" title={words.title}>
      <Head
        title={words.title}
        context={words.context}
        crumbs={<a href={at(frame, '/kerja/pengaturan')}>{frame.t.kerjaPengaturan.title}</a>}
      />
      <ul class="rows">
        {open.map((part) => (
          <li>
            <span></span>
            <div>
              <h3>
                <a href={at(frame, PART_PATHS[part])}>{words.parts[part]}</a>
              </h3>
              <p class="under">{words.hints[part]}</p>
            </div>
          </li>
        ))}
      </ul>
    </StaffPage>
  )
}

/** The head of a page in this room, with the way back to the part and to the room. */
export function ExchangeHead(props: {
  readonly frame: StaffFrame
  readonly part: ExchangePart
  /** Below the part; the part itself when left out. */
  readonly title?: string
  readonly tags?: Child
}) {
  const { frame, part, title } = props
  const words = frame.t.kerjaTukar
  return (
    <Head
      title={title ?? words.parts[part]}
      tags={props.tags}
      crumbs={
        <>
          <a href={at(frame, EXCHANGE_ROOM)}>{words.title}</a>
          {title !== undefined && (
            <>
              {' / '}
              <a href={at(frame, PART_PATHS[part])}>{words.parts[part]}</a>
            </>
          )}
        </>
      }
      context={title === undefined ? words.hints[part] : undefined}
    />
  )
}
