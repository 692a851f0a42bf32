import { describe, expect, it } from 'vitest'
import { articlePaths, isWithin } from './article-path.ts'

const written = (article: string) => articlePaths(article)?.map((path) => path.join(' '))

describe('articlePaths', () => {
  it.each([
    ['Pasal 6 ayat (1) huruf j', ['6 (1) j']],
    ['6(1)j', ['6 (1) j']],
    ['art. 6(1)(j)', ['6 (1) j']],
    ['20 (2) d', ['20 (2) d']],
    ['Pasal 1 angka 32', ['1 #32']],
    ['Pasal 6 ayat (1) huruf i; ayat (3) huruf d', ['6 (1) i', '6 (3) d']],
    ['Pasal 72 huruf a jo. Pasal 86 huruf a', ['72 a', '86 a']],
    ['30, 72(a), 86(a)', ['30', '72 a', '86 a']],
    ['s. 47(5), (7)', ['47 (5)', '47 (7)']],
    ['5–14 dan 20', ['5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '20']],
    ['Pasal 5–7A', ['5', '6', '7', '7A']],
    ['Pasal 20 ayat (1)–(3)', ['20 (1)', '20 (2)', '20 (3)']],
    ['art. 3(b)–(d)', ['3 b', '3 c', '3 d']],
    ['Reg. 2.1, Standard A2.1(1)(a)–(c)', ['2.1', 'A2.1 (1) a', 'A2.1 (1) b', 'A2.1 (1) c']],
    ['art. 57, subpara. 8; art. 5(2), subpara. 2', ['57 #8', '5 (2) #2']],
    ['Fourth Schedule, Part I, para. 2–3', ['Fourth Schedule Part I 2', 'Fourth Schedule Part I 3']],
    ['Annex II, art. 6', ['Annex II 6']],
    ['Pasal 48, elucidation', ['48']],
    ['Pasal 48, Penjelasan', ['48']],
  ])('reads %s', (article, paths) => {
    expect(written(article)).toEqual(paths)
  })

  it('reads an inserted Korean article, whichever line joins it', () => {
    expect(written('art. 25–2(1)(4), (2)')).toEqual(['25-2 (1) (4)', '25-2 (2)'])
    expect(written('art. 33-3(1)')).toEqual(['33-3 (1)'])
  })

  it('takes a citation of the whole instrument for no article', () => {
    for (const whole of ['-', '—', 'whole']) expect(articlePaths(whole)).toEqual([[]])
  })

  it('says when it cannot read', () => {
    for (const wrong of ['', 'sixth', 'Pasal', 'ayat (1)', 'Pasal 6 huruf'])
      expect(articlePaths(wrong)).toBeUndefined()
  })
})

describe('isWithin', () => {
  it('holds for the place itself and for what lies in it, not for what lies around it', () => {
    expect(isWithin(['6', '(1)', 'j'], ['6'])).toBe(true)
    expect(isWithin(['6'], ['6'])).toBe(true)
    expect(isWithin(['6'], ['6', '(1)'])).toBe(false)
    expect(isWithin(['60'], ['6'])).toBe(false)
  })
})
