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
