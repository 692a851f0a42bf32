import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
} from 'd3-force'
import { fragileOf, thingsOf } from '#src/domain/networks/chains.ts'
import type { Link } from '#src/modules/networks/index.ts'

const WIDTH = 720
const HEIGHT = 420
const MARGIN = 46
const TICKS = 240

type Placed = { readonly id: string; x: number; y: number }

/** A file, or a thing that files share. */
export type Dot = Placed & {
  readonly kind: 'file' | 'thing'
  readonly file?: number
  readonly links: readonly Link[]
}
export type Line = { readonly from: Dot; readonly to: Dot; readonly kind: 'strong' | 'weak' | 'fragile' }
export type Drawing = { readonly dots: readonly Dot[]; readonly lines: readonly Line[] }

/** Files around the things they share; the same group gives the same picture every time (d3-force, no chance in it). */
export function drawGroup(links: readonly Link[]): Drawing {
  const files = [...new Set(links.flatMap((link) => [link.left.file, link.right.file]))].toSorted(
    (a, b) => a - b,
  )
  const things = thingsOf(links)
  const fragile = new Set(fragileOf(links, files).flatMap((each) => each.links.map((link) => link.id)))
  const dots: Dot[] = [
    ...files.map((file, at): Dot => ({
      ...start(at, files.length, 150),
      id: `f${file}`,
      kind: 'file',
      file,
      links: [],
    })),
    ...things.map((own, at): Dot => ({
      ...start(at, things.length, 60),
      id: `t${at}`,
      kind: 'thing',
      links: own,
    })),
  ]
  const byId = new Map(dots.map((dot) => [dot.id, dot]))
  const lines = things.flatMap((own, at) =>
    [...new Set(own.flatMap((link) => [link.left.file, link.right.file]))].map((file): Line => ({
      from: byId.get(`f${file}`)!,
      to: byId.get(`t${at}`)!,
      kind: own.some((link) => fragile.has(link.id)) ? 'fragile' : own[0]!.strength,
    })),
  )
  settle(dots, lines)
  return { dots, lines }
}

const start = (at: number, count: number, radius: number) => ({
  x: WIDTH / 2 + radius * Math.cos((2 * Math.PI * at) / count),
  y: HEIGHT / 2 + radius * Math.sin((2 * Math.PI * at) / count),
})

function settle(dots: readonly Dot[], lines: readonly Line[]): void {
  const simulation = forceSimulation<Dot>([...dots])
    .force(
      'link',
      forceLink<Dot, { source: Dot; target: Dot }>(
        lines.map((line) => ({ source: line.from, target: line.to })),
      ).distance(80),
    )
    .force('charge', forceManyBody().strength(-320))
    .force('collide', forceCollide(34))
    .force('center', forceCenter(WIDTH / 2, HEIGHT / 2))
    .force('x', forceX(WIDTH / 2).strength(0.05))
    .force('y', forceY(HEIGHT / 2).strength(0.09))
    .stop()
  simulation.tick(TICKS)
  for (const dot of dots) {
    dot.x = Math.round(Math.min(WIDTH - MARGIN, Math.max(MARGIN, dot.x)))
    dot.y = Math.round(Math.min(HEIGHT - MARGIN, Math.max(MARGIN, dot.y)))
  }
}
