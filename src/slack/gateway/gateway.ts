import type { MessageGateway } from '../../outbox/message-gateway.ts';
import type { Directory } from '../../privacy/directory.ts';
import type { Body } from '../../store/outbox/outbox.ts';

/** All that the bot says in Slack goes through here, and all that it asks of it. */
export type Gateway = MessageGateway &
  Directory & {
    /** Only this person sees it. */
    postEphemeral(message: {
      channelId: string;
      userId: string;
      threadTs: string | null;
      body: Body;
    }): Promise<void>;
    /** As `postEphemeral`, to whoever asked, also where the bot is not: good for five times within 30 minutes. */
    respond(responseUrl: string, body: Body): Promise<void>;
    /** A thread as Slack has it, root first, at most 1,000 messages, without our own; null when the bot cannot read it. */
    readThread(channelId: string, rootTs: string): Promise<Record<string, unknown>[] | null>;
    openModal(triggerId: string, view: Record<string, unknown>): Promise<void>;
    /** On top of the modal in which somebody pressed a button. */
    pushModal(triggerId: string, view: Record<string, unknown>): Promise<void>;
    updateModal(viewId: string, view: Record<string, unknown>): Promise<void>;
    publishHome(userId: string, view: Record<string, unknown>): Promise<void>;
  };
