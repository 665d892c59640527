import { Component, type ReactNode } from 'react';
import { type Block as LibraryBlockType, Message } from 'slack-blocks-to-jsx';
import type { Block } from './block-types.ts';
import { emojiCharacter } from './emoji.ts';
import { usePage } from './page-context.ts';
import { safeHref } from './parse-mrkdwn.ts';

/** The blocks that slack-blocks-to-jsx draws for us. */
export const libraryBlocks: ReadonlySet<string> = new Set([
  'rich_text',
  'data_visualization',
  'markdown',
  'plan',
  'task_card',
  'file',
]);

/** A block that holds nothing to press, drawn by slack-blocks-to-jsx with our names, links and emoji. */
export function LibraryBlock({ block }: { block: Block | { type: string } }) {
  const { state } = usePage();
  return (
    <RenderedOrFallback type={block.type}>
      <Message
        blocks={[block as unknown as LibraryBlockType]}
        name=""
        logo=""
        theme="light"
        withoutWrapper
        data={{
          users: state.users.map(({ id, name }) => ({ id, name })),
          channels: state.channels.map(({ id, name }) => ({ id, name })),
        }}
        hooks={{
          user: ({ id, name }) => <span className="mention">@{name ?? id}</span>,
          channel: ({ id, name }) => <span className="mention">#{name ?? id}</span>,
          emoji: ({ name }) => <span className="emoji">{emojiCharacter(name) ?? `:${name}:`}</span>,
          link: ({ href, children }) => {
            const safe = safeHref(href);
            return safe === undefined ? (
              <span>{children}</span>
            ) : (
              <a href={safe} target="_blank" rel="noreferrer noopener">
                {children}
              </a>
            );
          },
        }}
      />
    </RenderedOrFallback>
  );
}

/** A block that the library chokes on must not take the page with it. */
class RenderedOrFallback extends Component<{ type: string; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <p className="unknown-block">A block of type “{this.props.type}” that is not well formed.</p>;
  }
}
