import { benchAnswer } from './answer.ts';
import { benchCapture } from './capture.ts';
import { benchFit } from './fit/fit.ts';
import { benchSupportChat } from './support-chat.ts';

const benches: Readonly<Record<string, (argument?: string) => Promise<void>>> = {
  answer: benchAnswer,
  capture: benchCapture,
  fit: benchFit,
  'support-chat': benchSupportChat,
};

const [name = '', argument] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`npm run bench -- <name>, where <name> is one of: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
} else {
  await bench(argument);
}
