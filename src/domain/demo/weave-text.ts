/** Fills a template: `{slot}` takes a value, `[this|that]` takes one of the choices. */
import type { Chance } from './chance.ts'

export type Slots = Readonly<Record<string, string>>

export function weaveText(template: string, slots: Slots, chance: Chance): string {
  const chosen = template.replace(/\[([^\]]+)\]/g, (_whole, choices: string) =>
    chance.pick(choices.split('|')),
  )
  return chosen.replace(/\{([a-z]+)\}/g, (_whole, slot: string) => {
    const value = slots[slot]
    if (value === undefined) throw new Error(`a demonstration story asks for {${slot}}, which nobody fills`)
    return value
  })
}

/** 12500000 as 12.500.000, the way it is written in Indonesian. */
export function groupDigits(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, '.')
}

export interface Manner {
  readonly openings: readonly string[]
  readonly endings: readonly string[]
  readonly spellings: readonly { readonly proper: string; readonly typed: string }[]
}

/** The same story as different people would type it: with a greeting or none, in haste or with care. */
export function inOwnManner(text: string, manner: Manner, chance: Chance): string {
  const opening = chance.happens(0.4) ? chance.pick(manner.openings) : ''
  const ending = chance.happens(0.55) ? chance.pick(manner.endings) : ''
  const stop = /[.?]$/.test(text) || ending === '' ? '' : '.'
  const whole = `${opening}${text}${stop}${ending}`
  return chance.happens(0.3) ? typedInHaste(whole, manner, chance) : whole
}

function typedInHaste(text: string, manner: Manner, chance: Chance): string {
  const habits = manner.spellings.filter(() => chance.happens(0.6))
  return habits.reduce(
    (typed, { proper, typed: short }) => typed.replaceAll(new RegExp(`\\b${proper}\\b`, 'g'), short),
    text,
  )
}
