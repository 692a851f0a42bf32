/** A comma-separated file that a spreadsheet opens as text: a cell that looks like a formula is not run (RFC 4180, OWASP). */
const FORMULA = /^[=+\-@\t\r]/

export function csvOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(cell).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
