import { createHmac } from 'node:crypto';
import { ackTimeoutMs, type Delivery, type DeliveryOutcome, type Transport } from './transport.ts';

/** Slack's v0 signature: an HMAC-SHA256 over "v0:<timestamp>:<body>". */
function signBody(signingSecret: string, timestampSeconds: number, body: string): string {
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestampSeconds}:${body}`).digest('hex');
  return `v0=${digest}`;
}

function encode(delivery: Delivery): { body: string; contentType: string } {
  if (delivery.kind === 'events_api') {
    return { body: JSON.stringify(delivery.payload), contentType: 'application/json' };
  }
  const form = new URLSearchParams();
  if (delivery.kind === 'interactive') form.set('payload', JSON.stringify(delivery.payload));
  else for (const [name, value] of Object.entries(delivery.payload)) form.set(name, String(value));
  return { body: form.toString(), contentType: 'application/x-www-form-urlencoded' };
}

function parseAnswer(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}

type HttpDelivery = Transport & {
  /** Sends Slack's challenge; true when the app gives it back. */
  verify(): Promise<boolean>;
};

/** Signed POSTs to the app's request URL, as Slack sends them without Socket Mode. */
export function createHttpDelivery(requestUrl: string, signingSecret: string): HttpDelivery {
  async function post(body: string, contentType: string, retry: Record<string, string>): Promise<Response> {
    // Real time, whatever the simulator's clock: the receiver compares it with its own.
    const timestamp = Math.floor(Date.now() / 1000);
    return await fetch(requestUrl, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': signBody(signingSecret, timestamp, body),
        ...retry,
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ackTimeoutMs),
    });
  }

  return {
    async deliver(delivery): Promise<DeliveryOutcome> {
      const { body, contentType } = encode(delivery);
      const retry: Record<string, string> =
        delivery.retryAttempt > 0
          ? {
              'x-slack-retry-num': String(delivery.retryAttempt),
              'x-slack-retry-reason': delivery.retryReason,
            }
          : {};
      try {
        const response = await post(body, contentType, retry);
        const text = await response.text();
        if (response.ok) return { acked: true, response: parseAnswer(text) };
        const noRetry = response.headers.get('x-slack-no-retry') === '1';
        return { acked: false, reason: 'http_error', noRetry };
      } catch (error) {
        const timedOut = error instanceof Error && error.name === 'TimeoutError';
        return { acked: false, reason: timedOut ? 'http_timeout' : 'connection_failed', noRetry: false };
      }
    },
    async verify() {
      const challenge = `challenge-${Math.random().toString(36).slice(2)}`;
      const body = JSON.stringify({ token: 'sim-verification-token', challenge, type: 'url_verification' });
      const response = await post(body, 'application/json', {});
      const text = await response.text();
      const answer = parseAnswer(text);
      const echoed =
        typeof answer === 'object' && answer !== null && 'challenge' in answer ? answer.challenge : text;
      return response.ok && echoed === challenge;
    },
  };
}
