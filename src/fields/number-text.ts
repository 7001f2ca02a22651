/**
 * Numbers as people here write them: `1.234.567` and `3,5`; `3.5` too, since no thousands end after one figure. For the
 * browser too: nothing of the server is imported.
 */
const inGroups = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/

/** A double tells this many figures apart; what is longer would come back as another number. */
const mostFigures = 15

/** `null`: no number, or one that cannot be kept exactly. */
export function numberFrom(typed: string): number | null {
  const text = typed.replace(/\s/g, '')
  const dotted = (inGroups.test(text) ? text.replaceAll('.', '') : text).replace(/^(-?\d+),(?=\d+$)/, '$1.')
  if (!/^-?\d+(\.\d+)?$/.test(dotted)) return null
  const figures = dotted.replace(/^-?0*|[.]/g, '').length
  return figures > mostFigures ? null : Number(dotted) + 0
}

/** How many decimals it has. */
export const decimalsOf = (value: number): number => {
  const [plain = '', power = '0'] = String(value).split('e')
  return Math.max(0, (plain.split('.')[1]?.length ?? 0) - Number(power))
}

/** With the comma, whatever language the page is in, so that reading it again gives the same number. */
export const numberTyped = (value: number): string =>
  (Math.abs(value) < 1e-6 || Math.abs(value) >= 1e15 ? value.toFixed(Math.min(decimalsOf(value), 20)) : String(value))
    .replace('.', ',')
    .replace(/^-0$/, '0')
