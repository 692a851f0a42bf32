import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import { CARRIED, FACTS, GROUND, SHEET } from '../referral.fixture.ts'
import { HandOverPage, HandOverPreviewPage, NewHandOverPage, type HandOverView } from './hand-over-page.tsx'

const VIEW: HandOverView = {
  id: '0190a0b0-0000-7000-8000-0000000000c1',
  side: 'receiver',
  otherBody: 'Rumah Singgah Melati',
  sender: 'Rumah Singgah Melati',
  tasks: [
    {
      code: 'R-RSM-2026-0001',
      need: 'Tempat aman',
      asked: 'Kamar untuk satu orang.',
      standing: 'waiting',
      owner: 'Rumah Singgah Melati',
      clock: { state: 'due', at: minutes(40), source: 'internal-target' },
      version: '2',
      open: 'open',
    },
    {
      code: 'R-RSM-2026-0002',
      need: 'Bantuan hukum',
      standing: 'taken-in-part',
      owner: 'Sahabat Uji',
      rest: 'sidang (kembali ke Rumah Singgah Melati)',
      version: '3',
    },
    {
      code: 'R-RSM-2026-0003',
      need: 'Pulang',
      standing: 'refused',
      owner: 'Rumah Singgah Melati',
      reason: 'Di luar negara atau wilayah kami',
      version: '3',
    },
  ],
  kept: ['Upah'],
  facts: FACTS,
  otherBodies: [{ value: 'b1', label: 'BP3MI Jawa Timur' }],
  mayAnswer: 'may-answer',
  form: {
    values: { 'R-RSM-2026-0001.answer': 'reject' },
    problems: [{ path: 'R-RSM-2026-0001.reason', message: 'Pilih alasan.' }],
  },
}

export function handOverPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const body = {
    id: 'b1',
    name: 'Sahabat Uji',
    items: [{ value: 'needs', label: 'Kebutuhan (tempat aman)' }],
    abroad: 'abroad',
  } as const
  const needs = [
    { value: 'n1', label: 'Tempat aman' },
    { value: 'n2', label: 'Bantuan hukum' },
  ]
  const bodies = [{ value: 'b1', label: 'Sahabat Uji' }]
  const shown = { caseCode: 'JHB-2026-0412', needs, bodies, form: EMPTY_FORM }
  return {
    'hand-over': <HandOverPage frame={frame} view={VIEW} />,
    'hand-over-sent': <HandOverPage frame={frame} view={{ ...VIEW, side: 'sender', form: EMPTY_FORM }} />,
    'hand-over-new': <NewHandOverPage frame={frame} view={shown} />,
    'hand-over-tasks': <NewHandOverPage frame={frame} view={{ ...shown, body }} />,
    'hand-over-none': <NewHandOverPage frame={frame} view={{ ...shown, needs: [] }} />,
    'hand-over-preview': (
      <HandOverPreviewPage
        frame={frame}
        view={{
          caseCode: 'JHB-2026-0412',
          receiver: 'Sahabat Uji',
          sheets: [SHEET],
          carried: CARRIED,
          ground: GROUND,
          hidden: { case: 'JHB-2026-0412' },
          form: EMPTY_FORM,
        }}
      />
    ),
  }
}
