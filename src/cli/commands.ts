import { adminCreate } from './admin-create.ts'
import type { Command } from './command.ts'
import { conclude } from './conclude.ts'
import { demoCode, demoSignIns } from './demo-commands.ts'
import { backup, restore, verify } from './keep-commands.ts'
import { linkageEncoded } from './linkage-encoded.ts'
import { linkageEvaluate } from './linkage-evaluate.ts'
import { networksEvaluate } from './networks-evaluate.ts'
import { keysAge, keysCreate, keysRetire, keysRotate } from './key-commands.ts'

/** Every sub-command, by the words after `payung`. */
export const commands: Readonly<Record<string, Command>> = {
  'admin create': adminCreate,
  conclude,
  'demo code': demoCode,
  'demo password': demoSignIns,
  'keys create': keysCreate,
  'keys rotate': keysRotate,
  'keys retire': keysRetire,
  'keys age': keysAge,
  'linkage encoded': linkageEncoded,
  'linkage evaluate': linkageEvaluate,
  'networks evaluate': networksEvaluate,
  backup,
  restore,
  verify,
}
