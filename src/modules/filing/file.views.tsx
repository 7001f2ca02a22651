/** Files of a dossier, wherever they are named. */
import { bytesText } from '#ui/figures.ts'

/** `at`: where the page of the dossier stands. */
export const fileHref = (at: string, { uploadId }: { uploadId: string }): string => `${at}/tep/${uploadId}`

export const sizeText = bytesText
