/** Sets the scene of one story: who, where, when, and which body it reaches first. */
import type { Role } from '../disclosure/roles.ts'
import { addMilliseconds, DAY, HOUR, type Instant } from '../kernel/instant.ts'
import { at, chanceFrom, type Chance } from './chance.ts'
import type {
  DemoMaterial,
  DemoOrganisation,
  DemoPlace,
  NamingStyle,
  Sex,
  StoryTemplate,
} from './demo-material.ts'
import type { DemoPerson } from './demo-world.ts'
import { makePerson } from './make-people.ts'
import { groupDigits, inOwnManner, weaveText, type Slots } from './weave-text.ts'

export interface Scene {
  readonly key: string
  readonly number: number
  readonly chance: Chance
  readonly material: DemoMaterial
  readonly story: StoryTemplate
  readonly place: DemoPlace
  readonly city: string
  readonly organisation: DemoOrganisation
  readonly receivedAt: Instant
  readonly until: Instant
  readonly lead: DemoPerson
  readonly slots: Slots
  readonly narrative: string
}

interface SceneWish {
  readonly seed: string
  readonly key: string
  readonly number: number
  readonly personNumber: number
  readonly material: DemoMaterial
  readonly story: StoryTemplate
  readonly receivedAt: Instant
  readonly until: Instant
  /** Somebody who already stands in an earlier case. */
  readonly knownPerson?: DemoPerson
}

export function makeScene(wish: SceneWish): Scene {
  const { material, story, number, key } = wish
  const chance = chanceFrom(`${wish.seed}/${key}`)
  const place = placeOf(material, at(story.at, number))
  const city = chance.pick(place.cities)
  const style = at(material.styles, chance.whole(0, 99))
  const district = chance.pick(style.districts)
  const lead =
    wish.knownPerson ??
    makePerson(
      {
        number: wish.personNumber,
        style,
        district,
        village: villageOf(material, style, district, chance),
        sex: sexOf(story, chance),
        age: ageOf(story, chance),
        on: wish.receivedAt,
      },
      chance,
    )
  const slots = slotsOf({ material, place, city, lead, chance, receivedAt: wish.receivedAt })
  return {
    key,
    number,
    chance,
    material,
    story,
    place,
    city,
    organisation: firstDesk(material, story, place.iso, lead.district, number),
    receivedAt: wish.receivedAt,
    until: wish.until,
    lead,
    slots,
    narrative: narrativeOf(material, story, slots, chance),
  }
}

function narrativeOf(material: DemoMaterial, story: StoryTemplate, slots: Slots, chance: Chance): string {
  const text = weaveText(story.text, slots, chance)
  return story.language === 'id' ? inOwnManner(text, material.lines, chance) : text
}

/** Where a village of the demonstration has an office, the people of that district come from it. */
function villageOf(material: DemoMaterial, style: NamingStyle, district: string, chance: Chance): string {
  const offices = material.organisations.filter((body) => body.kind === 'pemdes')
  return offices.find((office) => office.regions.includes(district))?.place ?? chance.pick(style.villages)
}

/** Somebody else of the same story, from the same place. */
export function makeCompanion(scene: Scene, number: number, sex: Sex, age: number): DemoPerson {
  const style = styleOf(scene.material, scene.lead.style)
  const wish = {
    number,
    style,
    district: scene.lead.district,
    village: scene.lead.village,
    sex,
    age,
    on: scene.receivedAt,
  }
  return makePerson(wish, scene.chance)
}

export function staffOf(scene: Scene, role: Role): string {
  return staffWith(scene.material, scene.organisation.key, role, scene.number)
}

/** An account of this organisation with this role, else with any role that works on cases. */
export function staffWith(material: DemoMaterial, organisation: string, role: Role, turn: number): string {
  const own = material.staff.filter((staff) => staff.organisation === organisation)
  const fitting = own.filter((staff) => staff.roles.includes(role))
  return at(fitting.length > 0 ? fitting : own, turn).key
}

/** A moment so many days after the report, never after the end of the demonstration. */
export function later(scene: Scene, days: number): Instant {
  const moment = addMilliseconds(scene.receivedAt, Math.round(days * DAY) + scene.chance.whole(0, 5) * HOUR)
  return moment.getTime() < scene.until.getTime() ? moment : addMilliseconds(scene.until, -HOUR)
}

export function ageInDays(scene: Scene): number {
  return (scene.until.getTime() - scene.receivedAt.getTime()) / DAY
}

function placeOf(material: DemoMaterial, iso: string): DemoPlace {
  const place = material.places.find((candidate) => candidate.iso === iso)
  if (place === undefined) throw new Error(`no demonstration place for ${iso}`)
  return place
}

function styleOf(material: DemoMaterial, name: string): NamingStyle {
  const style = material.styles.find((candidate) => candidate.style === name)
  if (style === undefined) throw new Error(`no naming style ${name}`)
  return style
}

function sexOf(story: StoryTemplate, chance: Chance): Sex {
  if (story.sex !== 'any') return story.sex
  return chance.happens(0.5) ? 'P' : 'L'
}

const CHILD_STORIES = ['anak-1', 'sekap-2', 'tip-1']

function ageOf(story: StoryTemplate, chance: Chance): number {
  if (CHILD_STORIES.includes(story.id)) return chance.whole(14, 17)
  if (story.types.includes('CHILD') && story.types.includes('MISSING')) return chance.whole(23, 27)
  return chance.whole(19, 52)
}

interface SlotSources {
  readonly material: DemoMaterial
  readonly place: DemoPlace
  readonly city: string
  readonly lead: DemoPerson
  readonly chance: Chance
  readonly receivedAt: Instant
}

function slotsOf({ material, place, city, lead, chance, receivedAt }: SlotSources): Slots {
  const abroad =
    place.iso === 'ID'
      ? chance.pick(material.places.filter((other) => other.iso !== 'ID').slice(0, 9))
      : place
  const [low, high] = abroad.wage
  const step = high > 100_000 ? 10_000 : 50
  return {
    desa: lead.village,
    kab: districtName(material, lead.district),
    kota: city,
    negara: countryName(material, abroad.iso),
    majikan: chance.pick(material.employers[place.iso] ?? ['majikan']).replace('-', ' '),
    calo: chance.pick(material.recruiters).replace('-', ' '),
    pt: chance.pick(material.companies),
    agen: chance.pick(material.agencies),
    kapal: chance.pick(material.vessels),
    bulan: String(chance.whole(2, 14)),
    tahun: String(chance.whole(2, 6)),
    tahunlalu: String(receivedAt.getUTCFullYear() - chance.whole(8, 12)),
    gaji: `${abroad.currency} ${groupDigits(Math.round(chance.whole(low, high) / step) * step)}`,
    biaya: `Rp ${groupDigits(chance.whole(6, 90) * 500_000)}`,
    usia: String(
      receivedAt.getUTCFullYear() - Number(lead.born?.slice(0, 4) ?? receivedAt.getUTCFullYear() - 27),
    ),
    usiaanak: String(chance.whole(3, 11)),
    panggil: lead.name.split(' ')[0] ?? lead.name,
    kotadatang: chance.pick(material.arrivals),
  }
}

function districtName(material: DemoMaterial, code: string): string {
  const name = material.districts.find((district) => district.code === code)?.name
  if (name === undefined) throw new Error(`no district ${code}`)
  return name.replace(/^Kabupaten /, '')
}

function countryName(material: DemoMaterial, iso: string): string {
  return material.countries.find((country) => country.iso === iso)?.id ?? iso
}

/** Most go to the first body of the list: at home the regional office, in Malaysia the second mission. */
const HOME_TURNS = [0, 0, 1, 0, 2]
const TURNS_ABROAD = [0, 1, 1, 0, 1]

/** The desk it reaches first: the mission abroad, the regional office or an organisation at home. */
function firstDesk(
  material: DemoMaterial,
  story: StoryTemplate,
  iso: string,
  district: string,
  turn: number,
): DemoOrganisation {
  const seeksFromHome = story.types.includes('MISSING') && turn % 2 === 0
  const atHome = iso === 'ID' || story.phase === 'after' || story.phase === 'before' || seeksFromHome
  const answering = atHome ? homeDesks(material, story, district) : desksAbroad(material, iso)
  return at(answering, at(atHome ? HOME_TURNS : TURNS_ABROAD, turn))
}

function desksAbroad(material: DemoMaterial, iso: string): readonly DemoOrganisation[] {
  const missions = material.organisations.filter(
    (body) => body.kind === 'mission' && body.countries.includes(iso),
  )
  return missions.length > 0 ? missions : material.organisations.filter((body) => body.kind === 'kemlu')
}

function homeDesks(
  material: DemoMaterial,
  story: StoryTemplate,
  district: string,
): readonly DemoOrganisation[] {
  const kinds = ['bp3mi', 'ngo', 'disnaker-district']
  if (story.types.includes('CHILD') || story.types.includes('SEXUAL_VIOLENCE')) kinds.push('uptd-ppa')
  if (story.types.includes('TIP') || story.types.includes('TPPO')) kinds.push('polri')
  const near = material.organisations.filter(
    (body) => kinds.includes(body.kind) && body.regions.some((region) => district.startsWith(region)),
  )
  const special = material.organisations.filter(
    (body) =>
      (body.kind === 'kemensos' && story.types.includes('REINTEGRATION')) ||
      (body.kind === 'lpsk' && story.needs.includes('witness-protection')) ||
      (body.kind === 'bpjs-tk' && story.needs[0] === 'social-security'),
  )
  const found = [...special, ...near]
  return found.length > 0 ? found : material.organisations.filter((body) => body.kind === 'kp2mi')
}
