import { benchActions } from './actions.ts';
import { benchAnswer } from './answer.ts';
import { benchCapture } from './capture.ts';
import { benchIncidents } from './incidents/incidents.ts';
import { benchSearch } from './search/search.ts';
import { benchSupportChat } from './support-chat.ts';

const benches: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  acts: benchActions,
  answer: benchAnswer,
  capture: benchCapture,
  incidents: benchIncidents,
  search: benchSearch,
  'support-chat': benchSupportChat,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`npm run bench -- <name>, where <name> is one of: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
} else {
  await bench(args);
}
