import { BlockTable } from './block-table.tsx';
import type { Block, BlockElement } from './block-types.ts';
import { wordsOf } from './block-types.ts';
import { Each } from './each.tsx';
import { Element } from './element.tsx';
import { InputBlock } from './input-block.tsx';
import { LibraryBlock, libraryBlocks } from './library-block.tsx';
import { PlainText, TextObject } from './mrkdwn.tsx';
import type { Surface } from './surface.ts';

/**
 * Block Kit. Blocks with text or something to press are drawn here: slack-blocks-to-jsx gives its elements no
 * handlers, and reads mrkdwn as Markdown (an escaped &lt;!channel&gt; becomes a mention). It draws the rest.
 */
export function Blocks({ blocks, surface }: { blocks: unknown[]; surface: Surface }) {
  return (
    <div className="blocks">
      {(blocks as Block[]).map((block, index) => (
        <div key={block.block_id ?? `${index}`} className={`block block-${block.type}`}>
          <OneBlock block={block} surface={surface} />
        </div>
      ))}
    </div>
  );
}

function OneBlock({ block, surface }: { block: Block; surface: Surface }) {
  switch (block.type) {
    case 'section':
      return <SectionBlock block={block} surface={surface} />;
    case 'header':
      return (
        <h3>
          <PlainText text={wordsOf(block.text)} />
        </h3>
      );
    case 'divider':
      return <hr />;
    case 'context':
      return <Each of={block.elements ?? []} draw={(element) => <ContextPiece element={element} />} />;
    case 'actions':
    case 'context_actions':
      return <ElementRow elements={block.elements ?? []} block={block} surface={surface} />;
    case 'input':
      return <InputBlock block={block} surface={surface} />;
    case 'card':
      return <CardBlock block={block} surface={surface} />;
    case 'carousel':
      return (
        <Each
          of={(block.elements ?? []) as Block[]}
          draw={(card) => <CardBlock block={card} surface={surface} />}
        />
      );
    case 'alert':
      return (
        <div className={`alert alert-${block.level ?? 'info'}`} role="note">
          <TextObject of={block.text} />
        </div>
      );
    case 'table':
    case 'data_table':
      return <BlockTable block={block} />;
    case 'image':
    case 'video':
      return <Picture words={block.alt_text ?? wordsOf(block.title)} />;
    default:
      if (libraryBlocks.has(block.type)) return <LibraryBlock block={block} />;
      return <p className="unknown-block">A block of type “{block.type}”, which this page cannot draw.</p>;
  }
}

function SectionBlock({ block, surface }: { block: Block; surface: Surface }) {
  return (
    <>
      <div className="section-text">
        <TextObject of={block.text} />
        {block.fields !== undefined && (
          <div className="fields">
            <Each
              of={block.fields}
              draw={(field) => (
                <div>
                  <TextObject of={field} />
                </div>
              )}
            />
          </div>
        )}
      </div>
      {block.accessory !== undefined && (
        <div className="accessory">
          <Element element={block.accessory} block={block} surface={surface} />
        </div>
      )}
    </>
  );
}

function ContextPiece({ element }: { element: BlockElement }) {
  if (element.type === 'image') return <Picture words={element.alt_text ?? ''} />;
  return (
    <div className="context-piece">
      <TextObject of={element} />
    </div>
  );
}

function CardBlock({ block, surface }: { block: Block; surface: Surface }) {
  return (
    <div className="card">
      {block.title !== undefined && (
        <div className="card-title">
          <TextObject of={block.title} />
        </div>
      )}
      {block.subtitle !== undefined && (
        <div className="card-subtitle">
          <TextObject of={block.subtitle} />
        </div>
      )}
      {block.body !== undefined && <TextObject of={block.body} />}
      {block.actions !== undefined && <ElementRow elements={block.actions} block={block} surface={surface} />}
    </div>
  );
}

function ElementRow(props: { elements: BlockElement[]; block: Block; surface: Surface }) {
  const { elements, block, surface } = props;
  return (
    <div className="element-row">
      <Each of={elements} draw={(element) => <Element element={element} block={block} surface={surface} />} />
    </div>
  );
}

/** The page loads nothing from elsewhere: a picture is shown as its alternative text. */
function Picture({ words }: { words: string }) {
  return (
    <span className="picture" role="img" aria-label={words}>
      {words}
    </span>
  );
}
