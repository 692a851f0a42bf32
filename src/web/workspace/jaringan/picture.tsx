/** The group as a picture, drawn on the server: circles are files, squares are what they share. The list says the same. */
import type { Link } from '#src/modules/networks/index.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { drawGroup, type Dot } from './draw.ts'

const STROKE = { strong: 'var(--leaf)', weak: 'var(--edge)', fragile: 'var(--brick)' } as const

export function Picture({ frame, links }: { readonly frame: StaffFrame; readonly links: readonly Link[] }) {
  const words = frame.t.kerjaJaringan
  const { dots, lines } = drawGroup(links)
  const files = dots.filter((dot) => dot.kind === 'file').length
  const text = words.graphText(files, dots.length - files)
  return (
    <figure class="network">
      <svg aria-hidden="true" viewBox={frameOf(dots)}>
        {lines.map((line) => (
          <line
            x1={line.from.x}
            y1={line.from.y}
            x2={line.to.x}
            y2={line.to.y}
            stroke={STROKE[line.kind]}
            stroke-width={line.kind === 'weak' ? 2 : 3}
            stroke-dasharray={line.kind === 'weak' ? '6 5' : undefined}
          />
        ))}
        {dots.map((dot) => (
          <Mark frame={frame} dot={dot} links={links} />
        ))}
      </svg>
      <figcaption class="under">{text}</figcaption>
    </figure>
  )
}

const MARGIN = 34

/** Only as much paper as the dots need. */
function frameOf(dots: readonly Dot[]): string {
  const xs = dots.map((dot) => dot.x)
  const ys = dots.map((dot) => dot.y)
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN]
  return `${left} ${top} ${Math.max(...xs) + MARGIN - left} ${Math.max(...ys) + MARGIN - top}`
}

function Mark(props: { readonly frame: StaffFrame; readonly dot: Dot; readonly links: readonly Link[] }) {
  const { frame, dot } = props
  const words = frame.t.kerjaJaringan
  if (dot.kind === 'thing') {
    const said = [...new Set(dot.links.map((link) => words.evidence[link.evidence]))].join(', ')
    return (
      <g>
        <title>{said}</title>
        <rect
          x={dot.x - 9}
          y={dot.y - 9}
          width="18"
          height="18"
          fill="var(--paper)"
          stroke="var(--ink)"
          stroke-width="2"
        />
      </g>
    )
  }
  const own = props.links
    .flatMap((link) => [link.left, link.right])
    .some((end) => end.file === dot.file && end.own)
  return (
    <g>
      <title>{words.file(dot.file ?? 0)}</title>
      <circle
        cx={dot.x}
        cy={dot.y}
        r="20"
        fill={own ? 'var(--leaf)' : 'var(--paper)'}
        stroke="var(--leaf)"
        stroke-width="2"
      />
      <text
        x={dot.x}
        y={dot.y + 6}
        text-anchor="middle"
        font-size="17"
        fill={own ? 'var(--on-leaf)' : 'var(--leaf)'}
      >
        {dot.file}
      </text>
    </g>
  )
}
