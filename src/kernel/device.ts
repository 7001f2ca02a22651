/** A device as its owner would name it, from what the browser says of itself. Names only: they are the same in every language. */

const browsers = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/CocCoc|coc_coc/i, 'Cốc Cốc'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

const named = (names: readonly (readonly [RegExp, string])[], text: string) =>
  names.find(([pattern]) => pattern.test(text))?.[1]

/** `Chrome, Windows`; empty when nothing is recognised. */
export const deviceName = (userAgent: string | null): string =>
  [named(browsers, userAgent ?? ''), named(systems, userAgent ?? '')].filter(Boolean).join(', ')
