/** Lists of work: task rows, inbox letters, filters, tabs, tables, pages of a list, nothing here, work that runs. */
import type { Child } from 'hono/jsx'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { ButtonLink, PostButton } from './form.tsx'
import type { StaffFrame } from './frame.ts'
import {
  Clock,
  ClockSource,
  Glyph,
  StateTag,
  UrgencyTag,
  type ClockView,
  type IconName,
  type Tone,
} from './marks.tsx'

export type TaskView = {
  /** What stands first: an urgency, or the state of something that waits for another body. */
  readonly lead:
    | { readonly kind: 'urgency'; readonly urgency: Urgency; readonly decided?: 'decided' | 'suggested' }
    | { readonly kind: 'state'; readonly tone: Tone; readonly label: string }
  /** Verb first: "Tulis ke Suparmi, waktu aman 12.30–13.00". */
  readonly title: string
  readonly href: string
  readonly caseCode?: string
  readonly context: readonly string[]
  readonly child?: 'child'
  readonly clock?: ClockView
  readonly action?: {
    readonly label: string
    readonly href: string
    readonly kind?: 'main' | 'plain'
    readonly post?: 'post'
  }
}

function TaskLead({ frame, lead }: { readonly frame: StaffFrame; readonly lead: TaskView['lead'] }) {
  return lead.kind === 'urgency' ? (
    <UrgencyTag frame={frame} urgency={lead.urgency} decided={lead.decided} />
  ) : (
    <StateTag tone={lead.tone}>{lead.label}</StateTag>
  )
}

function TaskUnder({ frame, task }: { readonly frame: StaffFrame; readonly task: TaskView }) {
  return (
    <p class="under">
      {task.caseCode && <span class="code">{task.caseCode}</span>}
      {task.child && (
        <>
          {task.caseCode !== undefined && <span class="dot"></span>}
          <Glyph name="anak" /> {frame.t.kerjaKode.category.child}
        </>
      )}
      {task.context.map((words, index) => (
        <>
          {(index > 0 || task.caseCode !== undefined || task.child !== undefined) && (
            <span class="dot"></span>
          )}
          {words}
        </>
      ))}
    </p>
  )
}

function TaskAction({ action }: { readonly action: NonNullable<TaskView['action']> }) {
  return action.post ? (
    <PostButton action={action.href} kind={action.kind}>
      {action.label}
    </PostButton>
  ) : (
    <ButtonLink href={action.href} kind={action.kind}>
      {action.label}
    </ButtonLink>
  )
}

export function TaskRows(props: {
  readonly frame: StaffFrame
  readonly tasks: readonly TaskView[]
  readonly labelledby?: string
}) {
  return (
    <ul class="rows" aria-labelledby={props.labelledby}>
      {props.tasks.map((task) => (
        <li>
          <TaskLead frame={props.frame} lead={task.lead} />
          <div>
            <h3>
              <a href={task.href}>{task.title}</a>
            </h3>
            <TaskUnder frame={props.frame} task={task} />
          </div>
          <div class="time">
            {task.clock && (
              <>
                <Clock frame={props.frame} clock={task.clock} />
                <ClockSource frame={props.frame} clock={task.clock} />
              </>
            )}
          </div>
          {task.action ? <TaskAction action={task.action} /> : <span></span>}
        </li>
      ))}
    </ul>
  )
}

export function TaskGroup(props: {
  readonly frame: StaffFrame
  readonly id: string
  readonly title: string
  readonly count: string
  readonly tasks: readonly TaskView[]
}) {
  return (
    <section aria-labelledby={props.id}>
      <div class="group">
        <h2 id={props.id}>{props.title}</h2>
        <span>{props.count}</span>
      </div>
      <TaskRows frame={props.frame} tasks={props.tasks} labelledby={props.id} />
    </section>
  )
}

/** Words with the triggering parts named by `[start, end)` offsets in UTF-16 units. */
export type MarkedText = {
  readonly text: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

export function Marked({ marked }: { readonly marked: MarkedText }) {
  const ordered = marked.marks
    .filter((range) => range.start < range.end)
    .toSorted((a, b) => a.start - b.start)
  const pieces: Child[] = []
  let from = 0
  for (const range of ordered) {
    if (range.start < from) continue
    pieces.push(
      marked.text.slice(from, range.start),
      <mark>{marked.text.slice(range.start, range.end)}</mark>,
    )
    from = range.end
  }
  pieces.push(marked.text.slice(from))
  return <>{pieces}</>
}

export type LetterTag = {
  readonly label: string
  readonly tone?: Tone
  readonly icon?: IconName
}

export type LetterView = {
  readonly href: string
  readonly urgency: Urgency
  readonly place: string
  readonly age: string
  /** The person's own words, quoted; or what stands there instead of words. */
  readonly snippet: { readonly quoted: MarkedText } | { readonly plain: string }
  readonly tags: readonly LetterTag[]
  readonly current?: 'current'
}

export function Letters({
  frame,
  letters,
}: {
  readonly frame: StaffFrame
  readonly letters: readonly LetterView[]
}) {
  return (
    <ul class="letters">
      {letters.map((letter) => (
        <li>
          <a href={letter.href} aria-current={letter.current === undefined ? undefined : 'true'}>
            <span class="line">
              <UrgencyTag frame={frame} urgency={letter.urgency} decided="suggested" />
              <strong>{letter.place}</strong>
              <span class="age end">{letter.age}</span>
            </span>
            <span class="snip">
              {'quoted' in letter.snippet ? (
                <>
                  “<Marked marked={letter.snippet.quoted} />”
                </>
              ) : (
                letter.snippet.plain
              )}
            </span>
            <span class="line">
              {letter.tags.map((tag) => (
                <StateTag tone={tag.tone ?? 'plain'} icon={tag.icon}>
                  {tag.label}
                </StateTag>
              ))}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** One filter = one address, so that a list can be sent to a colleague. */
export type FilterLink = {
  readonly label: string
  readonly href: string
  readonly count?: number
  readonly current?: 'current'
}

/** Counting stops at 500: a longer list is "500+". */
export function counted(count: number): string {
  return count > 500 ? '500+' : String(count)
}

export function Filters(props: {
  readonly label: string
  readonly links: readonly FilterLink[]
  readonly children?: Child
}) {
  return (
    <nav class="filters" aria-label={props.label}>
      {props.links.map((link) => (
        <a href={link.href} aria-current={link.current === undefined ? undefined : 'true'}>
          {link.label} {link.count !== undefined && <b>{counted(link.count)}</b>}
        </a>
      ))}
      {props.children}
    </nav>
  )
}

export function Tabs({ label, links }: { readonly label: string; readonly links: readonly FilterLink[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      {links.map((link) => (
        <a href={link.href} aria-current={link.current === undefined ? undefined : 'page'}>
          {link.label}
          {link.count !== undefined && ` ${link.count}`}
        </a>
      ))}
    </nav>
  )
}

export type PagingView = {
  readonly from: number
  readonly to: number
  readonly total: number
  readonly previous?: string
  readonly next?: string
}

export function Paging({ frame, paging }: { readonly frame: StaffFrame; readonly paging: PagingView }) {
  const words = frame.t.kerjaUmum
  return (
    <nav class="paging" aria-label={words.pages}>
      <span>{words.page(paging.from, paging.to, paging.total)}</span>
      <span class="line">
        {paging.previous && (
          <a href={paging.previous} rel="prev">
            {words.previous}
          </a>
        )}
        {paging.next && (
          <a href={paging.next} rel="next">
            {words.next}
          </a>
        )}
      </span>
    </nav>
  )
}

/** Never says that something exists and is hidden. */
export function Empty(props: { readonly title: string; readonly text?: string; readonly children?: Child }) {
  return (
    <div class="empty">
      <strong>{props.title}</strong>
      {props.text && <p>{props.text}</p>}
      {props.children}
    </div>
  )
}
