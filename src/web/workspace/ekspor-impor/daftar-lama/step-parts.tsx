/** What the steps before taking an old list over share: the head with its step, the hidden version, the ways back. */
import type { Child } from 'hono/jsx'
import { Hidden, Notice, PostButton } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { ExchangeHead } from '../exchange-room.tsx'
import { OLD_LISTS } from './lists-page.tsx'

export type StepView = {
  readonly id: string
  readonly version: number
  readonly source: string
  readonly problem?: string
}

const STEPS = ['sheet', 'columns', 'values', 'check'] as const
type Step = (typeof STEPS)[number]

export function StepPage(props: {
  readonly frame: StaffFrame
  readonly view: StepView
  readonly step: Step
  readonly title: string
  readonly children?: Child
}) {
  const { frame, view, step, title } = props
  const words = frame.t.kerjaDaftarLama
  return (
    <StaffPage frame={frame} current="settings" title={title}>
      <ExchangeHead
        frame={frame}
        part="old-lists"
        title={title}
        tags={
          <p>
            {words.step(STEPS.indexOf(step) + 1, words.stepName[step])} · {view.source}
          </p>
        }
      />
      <div class="body full">
        {view.problem && <Notice kind="danger" lead={view.problem} role="alert" />}
        {props.children}
        <PostButton action={at(frame, `${OLD_LISTS}/${view.id}/buang`)} kind="bare">
          {words.throwAway}
        </PostButton>
      </div>
    </StaffPage>
  )
}

export function StepForm(props: {
  readonly frame: StaffFrame
  readonly view: StepView
  readonly to: 'lembar' | 'kolom' | 'kata' | 'mulai'
  readonly children?: Child
}) {
  const { frame, view, to } = props
  return (
    <form method="post" action={at(frame, `${OLD_LISTS}/${view.id}/${to}`)} class="panel">
      <Hidden values={{ seen: String(view.version) }} />
      {props.children}
    </form>
  )
}

export function BackTo(props: {
  readonly frame: StaffFrame
  readonly view: StepView
  readonly to: 'columns' | 'values'
}) {
  const { frame, view, to } = props
  return (
    <PostButton
      action={at(frame, `${OLD_LISTS}/${view.id}/ulang`)}
      hidden={{ seen: String(view.version), to }}
      kind="bare"
    >
      {frame.t.kerjaDaftarLama.back[to]}
    </PostButton>
  )
}
