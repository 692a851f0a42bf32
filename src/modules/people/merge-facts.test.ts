import { expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import { mergeFacts } from './merge-facts.ts'
import { blankPerson } from './person.ts'

it('keeps both versions of a person: lists are joined, a second value goes into the words', () => {
  const stored = {
    ...blankPerson(['Suparmi', 'Supatmi']),
    born: known(partialDateOf('1996')),
    numbers: ['+44 7700 900111'],
    words: 'suka jeda',
  }
  const typed = {
    ...blankPerson(['Suparmi', 'Bu Par']),
    born: known(partialDateOf('1998~')),
    village: known('Wonotepus'),
    words: 'suka jeda',
  }
  expect(mergeFacts(stored, typed)).toMatchObject({
    names: ['Suparmi', 'Supatmi', 'Bu Par'],
    born: known('1996'),
    village: known('Wonotepus'),
    numbers: ['+44 7700 900111'],
    words: 'suka jeda; 1998~',
  })
})
