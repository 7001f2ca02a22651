import { crash } from './crash.ts'
console.log(
  await crash({
    engine: process.argv[2] as 'embedded',
    rounds: Number(process.argv[3]),
    seed: 1,
    crashesServer: process.argv[2] === 'postgres',
    say: console.log,
  }),
)
