import type { EventDelivery } from './deliver-events.ts';
import type { FaultBox } from './fault-box.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { SimState } from './sim-state.ts';
import type { SocketMode } from './socket-mode.ts';
import type { Transport } from './transport.ts';
import type { Triggers } from './triggers.ts';

/** What every verb and Web API method of the simulator works on. */
export type SimContext = {
  state: SimState;
  events: EventDelivery;
  faults: FaultBox;
  transport: Transport;
  socketMode: SocketMode;
  triggers: Triggers;
  responseUrls: ResponseUrls;
};
