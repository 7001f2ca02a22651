/** Procedures for a town: brought in by the same commands as from the command line. */
export { bringIn } from '#app/bring-in.ts'
