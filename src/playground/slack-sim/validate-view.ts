import { plainText } from './check-composition.ts';
import {
  anything,
  type Check,
  flag,
  isJson,
  type Json,
  oneOf,
  problem,
  shape,
  text,
} from './schema-check.ts';
import { SlackError } from './slack-error.ts';
import { validateBlocks } from './validate-blocks.ts';

const shared: Record<string, Check> = {
  private_metadata: text(3000),
  callback_id: text(255),
  external_id: text(255),
};

const rules = {
  modal: shape(
    { type: oneOf('modal'), title: plainText(24), blocks: anything },
    {
      ...shared,
      submit: plainText(24),
      close: plainText(24),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
  ),
  home: shape({ type: oneOf('home'), blocks: anything }, shared),
};

/** What Slack would find wrong with a view; empty when it would take it. */
export function viewProblems(view: Json, surface: 'modal' | 'home'): string[] {
  const problems: string[] = [];
  rules[surface](view, '/view', problems);
  const blocks = Array.isArray(view.blocks) ? view.blocks : [];
  if (!Array.isArray(view.blocks)) problems.push(problem('must be an array', '/view/blocks'));
  problems.push(
    ...validateBlocks(blocks, surface).map((found) => found.replace('[json-pointer:', '[json-pointer:/view')),
  );
  const asks = blocks.some((block) => isJson(block) && block.type === 'input');
  if (surface === 'modal' && asks && !view.submit) {
    problems.push(problem('missing required field: submit (a modal with an input needs it)', '/view'));
  }
  return problems;
}

/** The view as an object. Throws invalid_arguments (what Slack answers for a bad view), naming the places. */
export function validateView(view: unknown, surface: 'modal' | 'home'): Json {
  if (!isJson(view))
    throw new SlackError('invalid_arguments', [problem('missing required field: view', '/')]);
  const problems = viewProblems(view, surface);
  if (problems.length > 0) throw new SlackError('invalid_arguments', problems);
  return view;
}
