import { searchForPerson } from '../../match/search-for-person.ts';
import type { SlackCtx } from '../slack-ctx.ts';
import { findBody } from '../views/find.ts';
import type { Body } from '../views/limits.ts';
import { answerHelp, type CommandRequest, commands } from './commands.ts';
import { parseCommand } from './parse-command.ts';

/** What the person sees after `/precedent …`; null when the answer is elsewhere (a modal, a message in the channel). */
export async function answerCommand(
  ctx: SlackCtx,
  request: Omit<CommandRequest, 'mode'> & { text: string },
): Promise<Body | null> {
  const command = parseCommand(request.text);
  if (command.kind === 'find')
    return findBody(await searchForPerson(ctx, { ...request, query: command.query }));
  if (command.kind === 'typo') return answerHelp({ unknown: command.word, nearest: command.nearest });
  const mode = command.kind === 'watch' ? command.mode : 'mixed';
  return commands[command.kind].answer(ctx, { ...request, mode });
}
