import { blockRules, type Surface } from './check-blocks.ts';
import { byType, isJson, problem } from './schema-check.ts';

const maxBlocks: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
const maxMarkdownPerPayload = 12_000;
const maxOfType: Record<string, number> = { table: 1, data_visualization: 2 };

/** Characters that Slack counts against msg_blocks_too_long. */
export const maxBlockText = 12_000;

/** What Slack would find wrong with these blocks on this surface; empty when it would take them. */
export function validateBlocks(blocks: readonly unknown[], surface: Surface): string[] {
  const problems: string[] = [];
  if (blocks.length > maxBlocks[surface]) {
    problems.push(problem(`no more than ${maxBlocks[surface]} items allowed`, '/blocks'));
  }
  const check = byType(blockRules[surface]);
  for (const [index, block] of blocks.entries()) check(block, `/blocks/${index}`, problems);
  checkBlockIds(blocks, problems);
  checkCounts(blocks, problems);
  return problems;
}

function checkBlockIds(blocks: readonly unknown[], problems: string[]): void {
  const seen = new Set<unknown>();
  for (const [index, block] of blocks.entries()) {
    const id = isJson(block) ? block.block_id : undefined;
    if (id === undefined) continue;
    if (seen.has(id))
      problems.push(problem(`\`block_id\` ${String(id)} already exists`, `/blocks/${index}/block_id`));
    seen.add(id);
  }
}

function checkCounts(blocks: readonly unknown[], problems: string[]): void {
  const json = blocks.filter(isJson);
  for (const [type, max] of Object.entries(maxOfType)) {
    if (json.filter((block) => block.type === type).length > max) {
      problems.push(problem(`no more than ${max} ${type} blocks allowed`, '/blocks'));
    }
  }
  const markdown = json
    .filter((block) => block.type === 'markdown')
    .reduce((sum, block) => sum + String(block.text ?? '').length, 0);
  if (markdown > maxMarkdownPerPayload) {
    problems.push(
      problem(`markdown text must be less than ${maxMarkdownPerPayload + 1} characters in all`, '/blocks'),
    );
  }
}

/** All visible text of the blocks in characters: every `text` string, however deep, and no value or id. */
export function blockTextLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + blockTextLength(entry), 0);
  if (!isJson(value)) return 0;
  let length = 0;
  for (const [name, entry] of Object.entries(value)) {
    if (name === 'text' && typeof entry === 'string') length += entry.length;
    else length += blockTextLength(entry);
  }
  return length;
}
