/** What the rest of the house may use of administration. */
export { admin } from './module.ts'
export { signInFirst } from './sign-in.pages.tsx'
