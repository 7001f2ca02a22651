/** A form as it is to be read, before it is a PDF or a page: heading, code, blocks in reading order, who signs. */
import type { Locale } from '#kernel/text.ts'

export type Row = { readonly label: string; readonly value: string; readonly strong?: boolean }

export type Column = {
  readonly label: string
  /** Of the width of the table; all together one. */
  readonly share: number
  readonly align?: 'center'
}

export type Block =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'strong' | 'quiet' }
  | {
      readonly kind: 'list'
      readonly title: string
      readonly items: readonly { readonly text: string; readonly more: readonly string[] }[]
    }
  | {
      readonly kind: 'table'
      readonly title: string
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
      readonly empty: string
    }

/** A place to sign; with a field it can be signed electronically, without one it is signed on paper or not at all. */
export type SignPlace = { readonly title: string; readonly hint: string; readonly name: string | null }

export type Sheet = {
  readonly lang: Locale
  readonly paper: 'a5' | 'a4'
  /** A register is wider than high. */
  readonly lies: boolean
  readonly head: {
    readonly above: string | null
    readonly issuer: string
    readonly number: string | null
    readonly state: string
    readonly motto: string
    readonly placeAndDay: string
  }
  readonly title: string
  /** What the document is about, for its properties: code, person. */
  readonly subject: string
  readonly qr: { readonly text: string; readonly alt: string } | null
  readonly code: { readonly label: string; readonly value: string } | null
  readonly blocks: readonly Block[]
  readonly sign: {
    readonly left: SignPlace | null
    readonly right: SignPlace
    /** Where the signature of the agency goes. */
    readonly seal: 'top' | 'beside'
    readonly personField: string
    readonly sealField: string
  }
  /** "Mẫu số 01 – TT 03/2025/TT-VPCP" */
  readonly foot: string
  readonly pageOf: (page: number, pages: number) => string
  /** Said last: invented data. */
  readonly notice: string | null
  readonly issuedAt: Date
  readonly system: string
}

/** Rows without those nothing is known for. */
export const known = (rows: readonly (Omit<Row, 'value'> & { readonly value: string | null })[]): Block => ({
  kind: 'rows',
  rows: rows.flatMap((row) => (row.value === null ? [] : [{ ...row, value: row.value }])),
})
