import { expect, it } from 'vitest'
import { repeatedName } from './repeated-name.ts'

it.each([
  ['{"a":1,"b":{"a":2},"c":[{"a":1},{"a":2}]}', undefined],
  ['{"a":1,"a":1}', 'a'],
  ['{"person":{"sex":"male","born":"2000","sex":"female"}}', 'person.sex'],
  ['{"wages":{"payments":[{"on":"2020"},{"on":"2020","on":"2021"}]}}', 'wages.payments.1.on'],
  ['{"a":"{\\"b\\":1,\\"b\\":2}, \\\\","b":["a","a"]}', undefined],
  [String.raw`{"sex":1,"se\u0078":2}`, 'sex'],
  ['{"a":[[1,2],[{"x":1,"x":2}]]}', 'a.1.0.x'],
  ['"a"', undefined],
])('finds a name that is said twice: %s', (json, found) => {
  expect(repeatedName(json)).toBe(found)
})
