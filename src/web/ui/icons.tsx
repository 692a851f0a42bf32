/** Line icons drawn for this project (24 px box, stroke 1.75). Always beside a word, never alone. */
import { raw } from 'hono/html'

export const ICONS = {
  uang: '<rect x="2.5" y="6" width="19" height="12" rx="2"/><circle cx="12" cy="12" r="2.6"/><path d="M6 12h.01M18 12h.01"/>',
  tangan:
    '<path d="M3 12.5h3l3.5 2h4a1.7 1.7 0 0 1 0 3.5H10M13.5 14.5l5.3-2.5a1.6 1.6 0 0 1 1.7 2.7L14 20.5H8L6 19.5H3zM12 3.5c-1.3-1.3-4.3-.8-4.3 1.7C7.7 7.2 10 8.7 12 10c2-1.3 4.3-2.8 4.3-4.8 0-2.5-3-3-4.3-1.7z"/>',
  pukul:
    '<path d="m12 2.8 2 4.9 4.9-2-1.7 4.7 4.3 2.2-4.8 1.5.6 5-4.2-2.9-3.4 3.7-.8-5-5-.4 3.8-3.2L5 7l5 .9z"/>',
  kunci: '<rect x="5" y="11" width="14" height="9.5" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3M12 15v2"/>',
  paspor:
    '<rect x="5" y="2.5" width="14" height="19" rx="2"/><circle cx="12" cy="10" r="3.2"/><path d="M9 17.2h6"/>',
  paksa:
    '<rect x="5.5" y="2.5" width="13" height="6" rx="1"/><circle cx="12" cy="12" r="2.2"/><path d="M7 8.5v4.2c0 2.3 2 4 5 4s5-1.7 5-4V8.5M12 16.7V18m0 0-2.5 3.5M12 18l2.5 3.5"/>',
  utang:
    '<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1"/>',
  tipu: '<path d="M3 6c3 1.5 6 1.5 9 0 3 1.5 6 1.5 9 0v5c0 5-4 8.5-9 10-5-1.5-9-5-9-10zM7.5 11h2.5M14 11h2.5M9 16c2-1.3 4-1.3 6 0"/>',
  sakit: '<rect x="3" y="3" width="18" height="18" rx="4"/><path d="M12 8v8M8 12h8"/>',
  ditahan: '<rect x="3.5" y="3" width="17" height="18" rx="2"/><path d="M8 3v18M12 3v18M16 3v18"/>',
  hilang:
    '<circle cx="10.5" cy="10.5" r="7"/><path d="m20.5 20.5-5-5M8.7 8.9a2 2 0 1 1 2.6 2c-.5.2-.8.6-.8 1.1M10.5 14h.01"/>',
  duka: '<path d="M12 21v-8M12 13c-3.5 0-5.5-2-5.5-6 2 0 3 .7 3.7 1.7C10.5 6.5 11 4.5 12 3c1 1.5 1.5 3.5 1.8 5.7.7-1 1.7-1.7 3.7-1.7 0 4-2 6-5.5 6zM12 19c-1.5-2-3-2.5-4.5-2.5M12 19c1.5-2 3-2.5 4.5-2.5"/>',
  tubuh:
    '<circle cx="12" cy="5" r="2.5"/><path d="M6 21v-6l-1.5-3.5c1.5-1.5 4-2.5 7.5-2.5s6 1 7.5 2.5L18 15v6M9 13l6 5M15 13l-6 5"/>',
  pulang: '<path d="m3 11 9-7.5 9 7.5M5.5 9.5V20h13V9.5M12 17v-5m0 0-2.3 2.3M12 12l2.3 2.3"/>',
  lain: '<circle cx="12" cy="12" r="9"/><path d="M8 12h.01M12 12h.01M16 12h.01"/>',
  orang: '<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6"/>',
  keluarga:
    '<circle cx="8.5" cy="8" r="3.2"/><circle cx="17" cy="9.5" r="2.4"/><path d="M2.5 19.5c.4-3.6 2.7-5.5 6-5.5s5.6 1.9 6 5.5M16.5 14.5c2.8 0 4.6 1.6 5 4.5"/>',
  cari: '<circle cx="10.5" cy="10.5" r="7"/><path d="m20.5 20.5-5-5"/>',
  keluar: '<path d="M14 4H6a1.5 1.5 0 0 0-1.5 1.5v13A1.5 1.5 0 0 0 6 20h8M10 12h11m0 0-4-4m4 4-4 4"/>',
  bahaya: '<path d="M12 3.5 22 20.5H2zM12 10v4.5M12 17.5h.01"/>',
  telepon:
    '<path d="M6.5 3h3l1.5 4.5-2 1.7a12 12 0 0 0 5.8 5.8l1.7-2 4.5 1.5v3a2.5 2.5 0 0 1-2.7 2.5A16.5 16.5 0 0 1 4 5.7 2.5 2.5 0 0 1 6.5 3z"/>',
  pesan:
    '<path d="M4.5 4.5h15A1.5 1.5 0 0 1 21 6v9.5a1.5 1.5 0 0 1-1.5 1.5H11l-5 4v-4H4.5A1.5 1.5 0 0 1 3 15.5V6a1.5 1.5 0 0 1 1.5-1.5zM7.5 9h9M7.5 12.5h6"/>',
  suara: '<rect x="9" y="2.5" width="6" height="11.5" rx="3"/><path d="M5 11.5a7 7 0 0 0 14 0M12 18.5v3"/>',
  dokumen:
    '<path d="M6 2.5h8l5 5V20a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 20V3.5a1 1 0 0 1 1-1zM14 2.5v5h5M8.5 13h7M8.5 17h5"/>',
  hukum:
    '<path d="M12 3v18M8 21h8M4.5 6.5 12 5l7.5 1.5M4.5 6.5 2 13a2.7 2.7 0 0 0 5 0zM19.5 6.5 17 13a2.7 2.7 0 0 0 5 0z"/>',
  jam: '<circle cx="12" cy="12" r="9"/><path d="M12 6.5V12l3.5 2.5"/>',
  jeda: '<circle cx="12" cy="12" r="9"/><path d="M10 9v6M14 9v6"/>',
  kalender: '<rect x="3.5" y="4.5" width="17" height="16" rx="2"/><path d="M3.5 9.5h17M8 2.5v4M16 2.5v4"/>',
  centang: '<path d="m4.5 12.5 5 5 10-11"/>',
  silang: '<path d="m6 6 12 12M18 6 6 18"/>',
  tanya:
    '<circle cx="12" cy="12" r="9"/><path d="M9.3 9.5a2.8 2.8 0 1 1 3.9 2.7c-.8.4-1.2.9-1.2 1.8M12 17h.01"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5h.01"/>',
  lanjut: '<path d="m9 5 7 7-7 7"/>',
  kembali: '<path d="m15 5-7 7 7 7"/>',
  turun: '<path d="m5 9 7 7 7-7"/>',
  rujuk:
    '<path d="M3 7.5V18a1.5 1.5 0 0 0 1.5 1.5H18M8 4.5h11A1.5 1.5 0 0 1 20.5 6v9M8 14.5 15 8m0 0h-5m5 0v5"/>',
  masuk:
    '<path d="M3 13.5 5.5 5h13l2.5 8.5V19a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 19zM3 13.5h5.5L10 16.5h4l1.5-3H21"/>',
  kasus:
    '<path d="M3 6.5A1.5 1.5 0 0 1 4.5 5H9l2.5 2.5h8A1.5 1.5 0 0 1 21 9v9.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18.5z"/>',
  hari: '<circle cx="12" cy="12" r="4"/><path d="M12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M5.3 18.7 7 17M17 7l1.7-1.7"/>',
  saring: '<path d="M4 5.5l1.5 1.5L8.5 4M4 12.5 5.5 14l3-3M4 19.5 5.5 21l3-3M12 6h8.5M12 13h8.5M12 20h8.5"/>',
  buku: '<path d="M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2zM12 6.5v14"/>',
  bagan: '<path d="M3.5 20.5h17M6.5 20.5v-7M12 20.5V4.5M17.5 20.5v-11"/>',
  bukti:
    '<path d="m20 11.5-8.3 8.3a5 5 0 0 1-7-7L13 4.5a3.4 3.4 0 0 1 4.8 4.8l-8.3 8.2a1.7 1.7 0 0 1-2.4-2.4L14.7 7.5"/>',
  mata: '<path d="M2 12c2.5-4.5 6-6.5 10-6.5s7.5 2 10 6.5c-2.5 4.5-6 6.5-10 6.5S4.5 16.5 2 12z"/><circle cx="12" cy="12" r="3"/>',
  tutup: '<path d="M3 10c2.5 3.5 5.5 5 9 5s6.5-1.5 9-5M12 15v4M5.5 12.8 3.5 16M18.5 12.8l2 3.2"/>',
  dunia:
    '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c2.7 2.5 4 5.5 4 9s-1.3 6.5-4 9c-2.7-2.5-4-5.5-4-9s1.3-6.5 4-9z"/>',
  cetak:
    '<path d="M7 8.5V3h10v5.5M7 17H4.5A1.5 1.5 0 0 1 3 15.5V10a1.5 1.5 0 0 1 1.5-1.5h15A1.5 1.5 0 0 1 21 10v5.5a1.5 1.5 0 0 1-1.5 1.5H17M7 14h10v7H7z"/>',
  tas: '<path d="M5 8h14l1.5 11a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19zM8.5 8V6.5a3.5 3.5 0 0 1 7 0V8"/>',
  larang: '<circle cx="12" cy="12" r="9"/><path d="m5.7 5.7 12.6 12.6"/>',
  urut: '<path d="M8 5v14m0 0-3.5-3.5M8 19l3.5-3.5M16 19V5m0 0-3.5 3.5M16 5l3.5 3.5"/>',
  tambah: '<path d="M12 5v14M5 12h14"/>',
  kapal: '<path d="M3 15h18l-2.5 5.5h-13zM12 2.5V15M12 4l6 8.5h-6"/>',
  anak: '<circle cx="12" cy="7" r="3.2"/><path d="M12 10.2V16m0 0-2.5 5M12 16l2.5 5M7 12.5c1.5 1 3.2 1.4 5 1.4s3.5-.4 5-1.4"/>',
  payung:
    '<path d="M2.5 13.5C4.3 8 8 4 12 3.5c4 .5 7.7 4.5 9.5 10C18.6 11.9 15.5 11 12 11s-6.6.9-9.5 2.5zM12 2v1.5M12 11v10.5"/>',
} as const

export type IconName = keyof typeof ICONS

/** Arrows and the exit are mirrored (`flip`) where the script runs from right to left; ticks and telephones never. */
export function Icon({ name, className = '' }: { readonly name: IconName; readonly className?: string }) {
  const classes = `icon ${TURNING.has(name) ? 'flip ' : ''}${className}`.trim()
  return (
    <svg class={classes} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  )
}

const TURNING: ReadonlySet<IconName> = new Set<IconName>(['keluar', 'kembali', 'lanjut'])

/** The names of the icons that a piece of finished HTML refers to, in the order of first use. */
export function iconsUsedIn(markup: string): readonly IconName[] {
  const names = [...markup.matchAll(/href="#i-([a-z]+)"/g)].map((match) => match[1] ?? '')
  return [...new Set(names)].filter((name): name is IconName => Object.hasOwn(ICONS, name))
}

/** A page carries only the symbols that it uses: a first visit must stay small. */
export function Sprite({ names }: { readonly names: readonly IconName[] }) {
  return (
    <svg class="sprite" aria-hidden="true">
      {names.map((name) => (
        <symbol id={`i-${name}`} viewBox="0 0 24 24">
          {raw(ICONS[name])}
        </symbol>
      ))}
    </svg>
  )
}
