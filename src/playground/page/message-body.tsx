import type { SimMessage } from '../slack-sim/slack-sim.ts';
import { Attachment } from './attachment.tsx';
import { Blocks } from './blocks.tsx';
import { Each } from './each.tsx';
import { Mrkdwn } from './mrkdwn.tsx';

/** What a message says: a person's text, or an app's blocks (its text is then only the fallback), then attachments. */
export function MessageBody({ message }: { message: SimMessage }) {
  const blocks = message.bot_id === undefined ? [] : (message.blocks ?? []);
  const surface = { kind: 'message', channel: message.channel, ts: message.ts } as const;
  return (
    <div className="body">
      {blocks.length > 0 ? <Blocks blocks={blocks} surface={surface} /> : <Mrkdwn text={message.text} />}
      <Each
        of={message.attachments ?? []}
        draw={(attachment) => <Attachment attachment={attachment} surface={surface} />}
      />
    </div>
  );
}
