import type { ReadsThreads } from '../../intake/draft-from-thread.ts';
import type { MessageGateway } from '../../outbox/message-gateway.ts';
import type { Directory } from '../../privacy/directory.ts';
import type { Body } from '../../store/outbox/outbox.ts';
import type { Memberships } from './memberships.ts';

/** All that the bot says in Slack goes through here, and all that it asks of it. */
export type Gateway = MessageGateway &
  Directory &
  ReadsThreads & {
    memberships: Pick<Memberships, 'joined' | 'left' | 'forget'>;
    /** Only this person sees it. */
    postEphemeral(message: {
      channelId: string;
      userId: string;
      threadTs: string | null;
      body: Body;
    }): Promise<void>;
    /** As `postEphemeral`, to whoever asked, also where the bot is not: good for five times within 30 minutes. */
    respond(responseUrl: string, body: Body): Promise<void>;
    /** In the direct messages with this person. */
    postDirect(userId: string, body: Body): Promise<void>;
    /** Returns the view's id. A trigger is good for three seconds after the person pressed. */
    openModal(triggerId: string, view: Record<string, unknown>): Promise<string>;
    /** As `openModal`, on top of the modal in which somebody pressed a button. */
    pushModal(triggerId: string, view: Record<string, unknown>): Promise<string>;
    /** False when the person has closed it. */
    updateModal(viewId: string, view: Record<string, unknown>): Promise<boolean>;
    publishHome(userId: string, view: Record<string, unknown>): Promise<void>;
  };
