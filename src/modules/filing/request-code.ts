/**
 * The code under which a dossier is known until reception gives it its dossier code: short enough to be read out on the
 * phone, too long to be guessed, and a wrong letter is noticed.
 */

/** Figures and letters that nobody takes for one another (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 11
const groups = /(.{4})(?=.)/g

export const chanceNeeded = length

/** Luhn over the alphabet: any one wrong letter, and nearly any two neighbours swapped, give another sign. */
function checkSign(letters: string): string {
  const sum = letters
    .split('')
    .toReversed()
    .reduce((so, letter, at) => {
      const value = alphabet.indexOf(letter) * (at % 2 === 0 ? 2 : 1)
      return so + Math.floor(value / alphabet.length) + (value % alphabet.length)
    }, 0)
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length)
}

/** From bytes of chance: `7K3M-9QXT-2HD4`. */
export function requestCode(chance: Uint8Array): string {
  const letters = [...chance.subarray(0, length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')
  if (letters.length < length) throw new Error('a request code needs more chance')
  return `${letters}${checkSign(letters)}`.replace(groups, '$1-')
}

/** As people type it: any case, with or without hyphens, O for 0, I and L for 1. `null` when it cannot be a code. */
export function readRequestCode(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/[\s–—-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (letters.length !== length + 1 || letters.split('').some((letter) => !alphabet.includes(letter))) return null
  return checkSign(letters.slice(0, length)) === letters.slice(length) ? letters.replace(groups, '$1-') : null
}
