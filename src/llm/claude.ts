import Anthropic from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { PrecedentError } from '../errors.ts';
import { estimateInput } from './estimate-tokens.ts';
import type { Model, StructuredRequest } from './model.ts';

export type ClaudeOptions = { apiKey: string; baseUrl?: string; model?: string; timeoutMs?: number };

const defaultModel = 'claude-sonnet-5-5';
const defaultTimeoutMs = 60_000;

/**
 * Claude through Anthropic's API, or one that speaks like it at `baseUrl`. One retry on 429, 5xx and broken
 * connections, unless the request has a time of its own. Every failure is a PrecedentError('model') made of static words: API errors quote what they were given.
 */
export function createClaude(options: ClaudeOptions): Model {
  const name = options.model ?? defaultModel;
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const client = new Anthropic({
    apiKey: options.apiKey,
    maxRetries: 1,
    timeout: timeoutMs,
    logLevel: 'off',
    // The words go nowhere but where somebody configured them to go.
    fetchOptions: { redirect: 'error' },
    ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
  });
  return { name, structured: (request) => askClaude(client, name, request, 2 * timeoutMs) };
}

async function askClaude<T>(
  client: Anthropic,
  model: string,
  request: StructuredRequest<T>,
  maxMs: number,
): Promise<T> {
  const format = zodOutputFormat(request.schema);
  const maxRetries = request.timeoutMs === undefined ? 1 : 0;
  const signal = AbortSignal.timeout(request.timeoutMs ?? maxMs);
  const message = await client.messages
    .create(
      {
        model,
        max_tokens: request.maxTokens,
        system: [
          {
            type: 'text',
            text: request.system,
            ...(request.cacheSystem === true ? { cache_control: { type: 'ephemeral' as const } } : {}),
          },
        ],
        messages: [{ role: 'user', content: request.prompt }],
        output_config: { format },
      },
      // The client's own timeout is one for each try, and counts neither its waits nor the reading of the answer; a
      // signal ends the whole call.
      { signal, maxRetries },
    )
    .catch((error: unknown) => {
      if (!signal.aborted && !(error instanceof Anthropic.APIConnectionTimeoutError))
        throw asModelError(error);
      // It may have been read and be billed; what it cost is unknown.
      const input = estimateInput(request) * (maxRetries + 1);
      request.onSpent?.({ input, output: 0, cacheRead: 0, cacheWrite: 0 });
      throw new PrecedentError('model', 'The model did not answer in time.');
    });
  const { usage } = message;
  request.onSpent?.({
    input: usage.input_tokens,
    output: usage.output_tokens,
    cacheRead: usage.cache_read_input_tokens ?? 0,
    cacheWrite: usage.cache_creation_input_tokens ?? 0,
  });
  if (message.stop_reason === 'refusal')
    throw new PrecedentError('model', 'The model declined to read this thread.');
  if (message.stop_reason === 'max_tokens') {
    throw new PrecedentError('model', `The model's answer did not fit into ${request.maxTokens} tokens.`);
  }
  const text = message.content.find((block) => block.type === 'text')?.text ?? '';
  try {
    return format.parse(text) as T;
  } catch {
    throw new PrecedentError('model', 'The model did not answer in the shape it was asked for.');
  }
}

function asModelError(error: unknown): PrecedentError {
  if (error instanceof Anthropic.APIConnectionError) {
    return new PrecedentError(
      'model',
      'The model cannot be reached; check ANTHROPIC_BASE_URL and the network.',
    );
  }
  if (error instanceof Anthropic.APIError && typeof error.status === 'number') {
    const hint = error.status === 401 || error.status === 403 ? '; check ANTHROPIC_API_KEY' : '';
    return new PrecedentError('model', `The model's service answered ${error.status}${hint}.`);
  }
  return new PrecedentError('model', 'The model could not be asked.');
}
