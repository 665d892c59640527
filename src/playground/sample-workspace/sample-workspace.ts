import { authThreads } from './auth-threads.ts';
import { checkoutThreads } from './checkout-threads.ts';
import { generalThreads } from './general-threads.ts';
import { sampleAlerts } from './sample-alerts.ts';
import { searchThreads } from './search-threads.ts';
import { securityThreads } from './security-threads.ts';
import type { SampleWorkspace } from './types.ts';

/** Larkfield, a small shop that sells plants: seven weeks of its on-call life. Everything in it is made up. */
export const sampleWorkspace: SampleWorkspace = {
  teamName: 'Larkfield',
  people: [
    { name: 'maya', realName: 'Maya Lindqvist' },
    { name: 'tomasz', realName: 'Tomasz Wrona' },
    { name: 'priya', realName: 'Priya Raman' },
    { name: 'dan', realName: 'Dan Okafor' },
    { name: 'aiko', realName: 'Aiko Mori' },
    { name: 'femi', realName: 'Femi Adeyemi' },
  ],
  channels: [
    {
      name: 'incidents',
      topic: 'One thread per incident. ✅ on the first message when it is over',
      watch: 'incidents',
    },
    { name: 'alerts', topic: 'Alertmanager posts here', watch: 'alerts' },
    { name: 'general', topic: 'Everything else', watch: null },
    {
      name: 'sec-incidents',
      topic: 'Security incidents. What is said here stays here',
      isPrivate: true,
      watch: 'incidents',
      members: ['maya', 'priya', 'femi'],
    },
  ],
  threads: [...checkoutThreads, ...searchThreads, ...authThreads, ...securityThreads, ...generalThreads],
  alerts: [...sampleAlerts],
};
