import { expect, it } from 'vitest'
import { differencesOf } from './differences.ts'

it('finds changed, new and gone fields by the key of their entry, whatever the order', () => {
  const here = {
    title: { id: 'MoU', en: null },
    states: ['ID', 'MY'],
    items: [
      { key: 'rest', state: 'kept' },
      { key: 'wage', state: 'open' },
    ],
  }
  const delivered = {
    title: { id: 'MoU', en: 'MoU' },
    states: ['ID', 'MY', 'SG'],
    items: [
      { key: 'wage', state: 'unclear' },
      { key: 'leave', state: 'open' },
    ],
  }
  expect(differencesOf(here, delivered)).toEqual([
    { path: 'states', here: 'ID, MY', delivered: 'ID, MY, SG' },
    { path: 'items.rest.state', here: 'kept', delivered: null },
    { path: 'items.wage.state', here: 'open', delivered: 'unclear' },
    { path: 'title.en', here: null, delivered: 'MoU' },
    { path: 'items.leave.state', here: null, delivered: 'open' },
  ])
})

it('finds nothing where both say the same', () => {
  const record = { states: [], items: [], note: null, steps: [{ key: 'signed', on: '2022' }] }
  expect(differencesOf(record, record)).toEqual([])
})
