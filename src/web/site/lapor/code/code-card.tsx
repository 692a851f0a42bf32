/** The code as it stands on the screen and on paper: a shopping list whose price is the PIN. */

/** Five words and six digits. */
export type CodeView = { readonly words: readonly string[]; readonly pin: string }

export function CodeCard({ code, pinLabel }: { readonly code: CodeView; readonly pinLabel: string }) {
  return (
    <div class="code" translate="no">
      <ol>
        {code.words.map((word) => (
          <li lang="id">{word}</li>
        ))}
      </ol>
      <p>
        <span>{pinLabel}</span>
        {groupPin(code.pin)}
      </p>
    </div>
  )
}

/** The only thing that paper shows. No product name, no address; the quantities mean nothing. */
export function PrintCard({ code, title }: { readonly code: CodeView; readonly title: string }) {
  return (
    <div class="print" lang="id" aria-hidden="true">
      <strong>{title}</strong>
      {code.words.map((word, index) => (
        <>
          <br />
          {word} {QUANTITIES[index % QUANTITIES.length]}
        </>
      ))}
      <br />
      <br />
      {pinAsPrice(code.pin)}
    </div>
  )
}

const QUANTITIES = [2, 1, 3, 1, 4] as const

export function groupPin(pin: string): string {
  return pin.replace(/(\d{3})(?=\d)/g, '$1 ')
}

export function pinAsPrice(pin: string): string {
  return `Rp\u00a0${pin.replace(/(\d{3})(?=\d)/g, '$1.')}`
}
