import { benchAnswer } from './answer.ts';
import { benchCapture } from './capture.ts';

const benches: Readonly<Record<string, () => Promise<void>>> = { answer: benchAnswer, capture: benchCapture };

const name = process.argv[2] ?? '';
const bench = benches[name];
if (bench === undefined) {
  console.error(`npm run bench -- <name>, where <name> is one of: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
} else {
  await bench();
}
