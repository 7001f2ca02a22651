/** Where the pages stand. */
export const deskPath = '/lien-thong'
export const differencePath = '/lien-thong/chenh-lech'
export const messagePath = (id: string) => `${deskPath}/${id}`
/** As many as one look gives. */
export const mostOnPage = 100
