import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { makeDocx } from '../documents/docx.ts'
import { makePdf } from '../documents/pdf.ts'
import { inspectOfficialText, LARGEST_OFFICIAL_TEXT, officialTextExtension } from './inspect-official-text.ts'

const PAPER = {
  language: 'id',
  from: 'Payung',
  title: 'Naskah contoh',
  facts: [],
  to: [],
  blocks: [],
  footer: 'Contoh',
} as const
const text = (words: string) => new TextEncoder().encode(words)
const pdf = async (added: string) =>
  new Uint8Array(
    Buffer.concat([Buffer.from(await makePdf(PAPER, new Date(0))), Buffer.from(added, 'latin1')]),
  )
const why = async (bytes: Uint8Array) => {
  const found = await inspectOfficialText(bytes)
  return found.kind === 'refused' ? found.why : found.mediaType
}

describe('what is taken as an official text', () => {
  it('takes a PDF, a DOCX, a scan and plain words, by their content', async () => {
    expect(await why(await pdf(''))).toBe('application/pdf')
    expect(await why(new Uint8Array(await makeDocx(PAPER)))).toMatch(/wordprocessingml/)
    const scan = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    expect(await why(new Uint8Array(scan))).toBe('image/png')
    expect(await why(text('Pasal 1\nUpah dibayar < satu bulan. نص'))).toBe('text/plain')
    expect(officialTextExtension('text/plain')).toBe('txt')
    expect(officialTextExtension('application/pdf')).toBe('pdf')
  })

  it('refuses what is empty, too large, of another kind or a page of the web in disguise', async () => {
    expect(await why(new Uint8Array())).toBe('empty')
    expect(await why(new Uint8Array(LARGEST_OFFICIAL_TEXT + 1))).toBe('too-big')
    for (const bytes of [
      text('<!doctype html><p>x'),
      text('  <svg xmlns="http://www.w3.org/2000/svg"/>'),
      text('Pasal 1 <script>alert(1)</script>'),
      text('Pasal \u0000 1'),
      text('\u001b[2J'),
      new Uint8Array([0xff, 0xfe, 0x41]),
      text('MZ\u0000\u0001'),
      text('#!/bin/sh\u0000'),
    ])
      expect(await why(bytes)).toBe('wrong-kind')
  })

  it('refuses a PDF that runs something, also under a written name or in a packed part', async () => {
    expect(await why(await pdf('<< /S /JavaScript /JS (app.alert(1)) >>'))).toBe('active')
    expect(await why(await pdf('<< /S /J#61vaScript >>'))).toBe('active')
    expect(await why(await pdf('<< /S /Launch >>'))).toBe('active')
    expect(await why(await pdf('<< /EmbeddedFiles 1 0 R >>'))).toBe('active')
    const packed = deflateSync(Buffer.from('<< /S /JavaScript >>')).toString('latin1')
    expect(await why(await pdf(`9 0 obj << /Type /ObjStm >> stream\n${packed}\nendstream`))).toBe('active')
    const plain = deflateSync(Buffer.from('<< /S /GoTo >>')).toString('latin1')
    expect(await why(await pdf(`9 0 obj << /Type /ObjStm >> stream\n${plain}\nendstream`))).toBe(
      'application/pdf',
    )
  })

  it('refuses a PDF that it cannot look into, and one that unpacks without end', async () => {
    expect(await why(await pdf('<< /Encrypt 5 0 R >>'))).toBe('locked')
    const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024)).toString('latin1')
    expect(await why(await pdf(`9 0 obj << /Type /ObjStm >> stream\n${bomb}\nendstream`))).toBe('locked')
    expect(await why(await pdf('9 0 obj << /Type /ObjStm >> stream\nnot packed\nendstream'))).toBe('locked')
  })

  it('refuses a DOCX with a program in it', async () => {
    const docx = Buffer.from(await makeDocx(PAPER))
    const named = new Uint8Array(Buffer.concat([docx, Buffer.from('word/vbaProject.bin')]))
    expect(await why(named)).toBe('active')
  })
})
