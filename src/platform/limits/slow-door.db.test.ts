import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { knock, type DoorTiming } from './slow-door.ts'

const TIMING: DoorTiming = {
  floorMs: 30,
  freeMisses: 2,
  stepMs: 40,
  longestMs: 80,
  windowSeconds: 900,
  mostWaiting: 4,
}

let world: TestPlatform
let visitors = 0
beforeAll(async () => {
  world = await makeTestPlatform()
})
afterAll(() => world.close())

const newVisitor = (): Uint8Array => new TextEncoder().encode(`tamu ${(visitors += 1)}`)
const at = (visitor: Uint8Array, found: string | undefined) =>
  knock({
    platform: world.platform,
    kind: 'uji',
    visitor,
    timing: TIMING,
    look: () => Promise.resolve(found),
  })

async function took(work: Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work.catch(() => undefined)
  return performance.now() - before
}

it('gives a hit, a miss and a failure the same least time', async () => {
  const failing = knock({
    platform: world.platform,
    kind: 'uji',
    visitor: newVisitor(),
    timing: TIMING,
    look: () => Promise.reject(new Error('x')),
  })
  const times = await Promise.all([
    took(at(newVisitor(), 'ada')),
    took(at(newVisitor(), undefined)),
    took(failing),
  ])
  expect(times.every((time) => time >= TIMING.floorMs - 2)).toBe(true)
})

it('answers later with each miss, up to a longest delay, and still opens', async () => {
  const visitor = newVisitor()
  for (let miss = 0; miss < 5; miss += 1) expect(await at(visitor, undefined)).toBeUndefined()
  const work = at(visitor, 'ada')
  expect(await took(work)).toBeGreaterThanOrEqual(TIMING.longestMs + TIMING.floorMs - 4)
  expect(await work).toBe('ada')
})

it('lets one visitor knock once at a time, and slows nobody else', async () => {
  const visitor = newVisitor()
  let inside = 0
  let most = 0
  const look = async (): Promise<string> => {
    inside += 1
    most = Math.max(most, inside)
    await new Promise((done) => setTimeout(done, 5))
    inside -= 1
    return 'ada'
  }
  await Promise.all(
    [1, 2, 3].map(() => knock({ platform: world.platform, kind: 'uji', visitor, timing: TIMING, look })),
  )
  expect(most).toBe(1)
})

it('turns away a flood, and opens again when it is over', async () => {
  const visitor = newVisitor()
  const answers = await Promise.allSettled(Array.from({ length: 6 }, () => at(visitor, 'ada')))
  expect(answers.filter((answer) => answer.status === 'rejected')).toHaveLength(2)
  expect(await at(visitor, 'ada')).toBe('ada')
})
