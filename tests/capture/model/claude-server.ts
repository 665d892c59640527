import { HttpResponse, http, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';

export const claudeUrl = 'http://claude.test';

export type ClaudeAnswer = {
  status?: number;
  body: JsonBodyType;
  headers?: Record<string, string>;
  delayMs?: number;
};

/** What the API answers to a structured request: the JSON as one text block. */
export function messageOf(output: unknown, stopReason = 'end_turn'): ClaudeAnswer {
  return {
    body: {
      id: 'msg_01',
      type: 'message',
      role: 'assistant',
      model: 'claude-sonnet-5-5',
      content:
        output === null
          ? []
          : [
              {
                type: 'text',
                text: typeof output === 'string' ? output : JSON.stringify(output),
                citations: null,
              },
            ],
      stop_reason: stopReason,
      stop_sequence: null,
      usage: {
        input_tokens: 900,
        cache_creation_input_tokens: 0,
        cache_read_input_tokens: 700,
        output_tokens: 200,
      },
    },
  };
}

/** The API's own shape of an error. */
export function errorOf(status: number, type: string, message = 'synthetic'): ClaudeAnswer {
  return {
    status,
    body: { type: 'error', error: { type, message }, request_id: 'req_1' },
    headers: { 'retry-after-ms': '1' },
  };
}

/** A Messages API that gives the answers in order (the last one again and again) and keeps what it was asked. */
export function claudeServer() {
  const state: { answers: ClaudeAnswer[]; asked: Record<string, unknown>[] } = { answers: [], asked: [] };
  const server = setupServer(
    http.post(`${claudeUrl}/v1/messages`, async ({ request }) => {
      state.asked.push((await request.json()) as Record<string, unknown>);
      const answer = state.answers.length > 1 ? state.answers.shift() : state.answers[0];
      if (answer === undefined) return HttpResponse.error();
      if (answer.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
      return HttpResponse.json(answer.body, { status: answer.status ?? 200, headers: answer.headers ?? {} });
    }),
  );
  return { server, state };
}
