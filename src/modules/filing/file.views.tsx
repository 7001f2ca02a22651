/** Files of a dossier, wherever they are named. */
import { numberText } from '#ui/figures.ts'

export const fileHref = ({ uploadId }: { uploadId: string }): string => `/tai-tep/${uploadId}/xem`

export const sizeText = (bytes: number): string =>
  bytes < 1_000_000
    ? `${numberText(Math.max(1, bytes / 1000))}\u00a0KB`
    : `${numberText(bytes / 1_000_000, 1)}\u00a0MB`
