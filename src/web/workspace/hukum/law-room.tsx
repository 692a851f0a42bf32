/** The room of the law: its parts, and the head that every page in it wears. */
import { LAW_SECTION_NEEDS, LAW_SECTIONS, type LawSection } from '#src/domain/law/law-sections.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'

/** Addresses that have a page already. */
export const LAW_SECTION_PATHS: Readonly<Partial<Record<LawSection, `/${string}`>>> = {
  library: '/kerja/pustaka',
  gaps: '/kerja/hambatan',
  advocacy: '/kerja/advokasi',
  clauses: '/kerja/klausul',
  comparison: '/kerja/banding',
  agreements: '/kerja/perjanjian',
}

export function LawRoomPage({ frame }: { readonly frame: StaffFrame }) {
  const words = frame.t.kerjaHukum
  const roles = frame.who.roles.filter(isRole)
  const open = LAW_SECTIONS.flatMap((section) => {
    const path = LAW_SECTION_PATHS[section]
    return path !== undefined && may(roles, LAW_SECTION_NEEDS[section]) ? [{ section, path }] : []
  })
  return (
    <StaffPage frame={frame} current="law" title={words.title}>
      <Head title={words.title} context={words.context} />
      <ul class="rows">
        {open.map(({ section, path }) => (
          <li>
            <span></span>
            <div>
              <h3>
                <a href={at(frame, path)}>{words.sections[section]}</a>
              </h3>
              <p class="under">{words.hints[section]}</p>
            </div>
          </li>
        ))}
        <li>
          <span></span>
          <div>
            <h3>
              <a href={at(frame, '/hukum')}>{words.publicLibrary}</a>
            </h3>
          </div>
        </li>
      </ul>
    </StaffPage>
  )
}

/** The head of a page in this room, with the way back to the part and to the room. */
export function LawHead(props: {
  readonly frame: StaffFrame
  readonly section: LawSection
  /** Below the part; the part itself when left out. */
  readonly title?: string
}) {
  const { frame, section, title } = props
  const words = frame.t.kerjaHukum
  const path = LAW_SECTION_PATHS[section]
  return (
    <Head
      title={title ?? words.sections[section]}
      crumbs={
        <>
          <a href={at(frame, '/kerja/hukum')}>{words.title}</a>
          {title !== undefined && path !== undefined && (
            <>
              {' / '}
              <a href={at(frame, path)}>{words.sections[section]}</a>
            </>
          )}
        </>
      }
      context={title === undefined ? words.hints[section] : undefined}
    />
  )
}
