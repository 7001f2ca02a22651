/** Characters written as `&…;`: by number, and those by name that Vietnamese texts use. */

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  bull: '•',
  middot: '·',
  le: '≤',
  ge: '≥',
  times: '×',
  deg: '°',
  plusmn: '±',
}

/** Letters with an accent that HTML names by letter and mark: `&agrave;`, `&Ocirc;`, `&yacute;`. */
const marks: Record<string, string> = { grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303' }

function byName(name: string): string | undefined {
  const accented = /^([aeiouyAEIOUY])(grave|acute|circ|tilde)$/.exec(name)
  if (accented?.[1] && accented[2]) return `${accented[1]}${marks[accented[2]] ?? ''}`.normalize('NFC')
  return named[name]
}

const byNumber = (code: number) =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\uFFFD'

/** Leaves what it does not know as it stands. */
export const decodeEntities = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,8}));?/g, (whole, decimal, hex, name) => {
    if (decimal) return byNumber(Number(decimal))
    if (hex) return byNumber(Number.parseInt(hex, 16))
    return byName(String(name)) ?? whole
  })
