/** Files of a dossier, wherever they are named. */
import { bytesText } from '#ui/figures.ts'

export const fileHref = (applicationId: string, { uploadId }: { uploadId: string }): string =>
  `/ho-so/${applicationId}/tep/${uploadId}`

export const sizeText = bytesText
