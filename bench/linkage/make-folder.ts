/**
 * Writes a test folder for `payung linkage evaluate`: four files and truth.csv of fictitious persons.
 *   node --import tsx bench/linkage/make-folder.ts <folder> <persons> <seed>
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  chanceOf,
  districtName,
  falseIdentity,
  makePerson,
  namesake,
  NOISE,
  phoneNumber,
  regionName,
  sibling,
  villageName,
  writtenBirth,
  writtenName,
  writtenRegion,
  type Chance,
  type Person,
} from './people.ts'

const SHARE = { paspor: 0.85, penempatan: 0.5, pengaduan: 0.2, deportasi: 0.2 }
const FALSE_IDENTITY = 0.02
/** Of those with a false identity, how many carry it into the placement register too. */
const FALSE_IN_PLACEMENT = 0.5

type Files = Record<keyof typeof SHARE | 'truth', string[]>

const HEADINGS: Readonly<Record<keyof Files, string>> = {
  paspor: 'rec_id,nama,jk,tempat_lahir,tgl_lahir,no_paspor',
  penempatan: 'rec_id,nama,jk,tempat_lahir,tgl_lahir,nik,desa,kecamatan,kabupaten,no_paspor,negara_tujuan,hp',
  pengaduan: 'rec_id,nama,jk,tempat_lahir,tgl_lahir,desa,kecamatan,kabupaten,no_paspor,negara,hp_keluarga',
  deportasi: 'rec_id,nama,jk,tgl_lahir,daerah_asal,no_splp,jalur',
  truth: 'rec_id,agency,person_id,n_given_tokens,false_identity,kin,namesake_of,family_id',
}

function people(count: number, chance: Chance): readonly Person[] {
  const all: Person[] = []
  while (all.length < count) {
    const before = all[chance.below(Math.max(1, all.length))]
    const kind = chance.next()
    all.push(
      before && kind < 0.09
        ? sibling(before, all.length, chance)
        : before && kind < 0.15
          ? namesake(before, all.length, chance)
          : makePerson(all.length, chance),
    )
  }
  return all
}

export function makeFolder(folder: string, count: number, seed: number): void {
  const chance = chanceOf(seed)
  const files = Object.fromEntries(
    Object.entries(HEADINGS).map(([name, heading]) => [name, [heading]]),
  ) as Files
  for (const person of people(count, chance)) writePerson(person, files, chance)
  mkdirSync(folder, { recursive: true })
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`)
}

function writePerson(person: Person, files: Files, chance: Chance): void {
  const other = chance.yes(FALSE_IDENTITY) ? falseIdentity(person, chance) : undefined
  const inPlacement = other !== undefined && chance.yes(FALSE_IN_PLACEMENT)
  const told = (agency: keyof typeof SHARE, prefix: string, isFalse: boolean): string => {
    const id = `${prefix}-${String(person.id).padStart(6, '0')}`
    files.truth.push(`${id},${agency},${person.id},${person.given.length},${isFalse ? 1 : 0},,,`)
    return id
  }
  if (chance.yes(SHARE.paspor))
    files.paspor.push(passportLine(told('paspor', 'PAS', other !== undefined), other ?? person, chance))
  if (chance.yes(SHARE.penempatan))
    files.penempatan.push(
      placementLine(told('penempatan', 'PEN', inPlacement), inPlacement ? other : person, chance),
    )
  if (chance.yes(SHARE.pengaduan))
    files.pengaduan.push(complaintLine(told('pengaduan', 'ADU', false), person, chance))
  if (chance.yes(SHARE.deportasi))
    files.deportasi.push(deportationLine(told('deportasi', 'DEP', false), person, chance))
}

/** A telephone of the family; in a small set there are no numbers to spare. */
const otherPhone = (person: Person): string => (person.id < 1000 ? '' : phoneNumber(person.id + 1_000_000))

const sometimes = (text: string, share: number, chance: Chance): string => (chance.yes(share) ? text : '')

function passportLine(id: string, person: Person, chance: Chance): string {
  const noise = NOISE.passport
  const name = writtenName(person, noise, chance, true).toUpperCase()
  return `${id},${name},${person.sex},${writtenRegion(person, noise, chance).toUpperCase()},${writtenBirth(person, noise, chance)},${person.passport}`
}

function placementLine(id: string, person: Person, chance: Chance): string {
  const noise = NOISE.placement
  return [
    id,
    writtenName(person, noise, chance),
    person.sex,
    writtenRegion(person, noise, chance),
    writtenBirth(person, noise, chance),
    sometimes(person.nik, 0.95, chance),
    villageName(person.region, person.district, person.village),
    districtName(person.region, person.district),
    `Kabupaten ${regionName(person.region)}`,
    // One in eight travelled later on another passport.
    sometimes(chance.yes(0.12) ? makePerson(0, chance).passport : person.passport, 0.9, chance),
    'MY',
    sometimes(person.phone, 0.6, chance),
  ].join(',')
}

function complaintLine(id: string, person: Person, chance: Chance): string {
  const noise = NOISE.complaint
  return [
    id,
    writtenName(person, noise, chance),
    sometimes(person.sex, 0.97, chance),
    sometimes(regionName(person.region), 1 - noise.noPlace, chance),
    writtenBirth(person, noise, chance),
    sometimes(villageName(person.region, person.district, person.village), 0.7, chance),
    sometimes(districtName(person.region, person.district), 0.75, chance),
    writtenRegion(person, noise, chance),
    sometimes(person.passport, 0.3, chance),
    'MY',
    sometimes(chance.yes(0.4) ? person.phone : otherPhone(person), 0.5, chance),
  ].join(',')
}

function deportationLine(id: string, person: Person, chance: Chance): string {
  const noise = NOISE.deportation
  const place = sometimes(writtenRegion(person, noise, chance), 1 - noise.noPlace, chance)
  return `${id},${writtenName(person, noise, chance).toUpperCase()},${person.sex},${writtenBirth(person, noise, chance)},${place.toUpperCase()},SPLP-${chance.below(1_000_000)},Johor-Batam`
}

if (process.argv[1] === import.meta.filename) {
  const [folder, count, seed] = process.argv.slice(2)
  if (folder === undefined) throw new Error('Usage: make-folder.ts <folder> <persons> <seed>')
  makeFolder(folder, Number(count ?? 4000), Number(seed ?? 1))
}
