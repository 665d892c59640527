import { type Block, type BlockElement, wordsOf } from './block-types.ts';
import { Each } from './each.tsx';
import { LibraryBlock } from './library-block.tsx';

/** A table: its first row is the head. */
export function BlockTable({ block }: { block: Block }) {
  const [head = [], ...body] = block.rows ?? [];
  const align = (column: number) => `align-${block.column_settings?.[column]?.align ?? 'left'}`;
  return (
    <div className="table-scroll">
      <table>
        {block.caption !== undefined && <caption>{wordsOf(block.caption)}</caption>}
        <thead>
          <tr>
            <Each
              of={head}
              draw={(cell, column) => (
                <th scope="col" className={align(column)}>
                  <Cell cell={cell} />
                </th>
              )}
            />
          </tr>
        </thead>
        <tbody>
          <Each
            of={body}
            draw={(row) => (
              <tr>
                <Each
                  of={row}
                  draw={(cell, column) => (
                    <td className={align(column)}>
                      <Cell cell={cell} />
                    </td>
                  )}
                />
              </tr>
            )}
          />
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: BlockElement }) {
  if (cell.type === 'rich_text') return <LibraryBlock block={cell} />;
  return wordsOf(cell.text) || `${cell.value ?? ''}`;
}
