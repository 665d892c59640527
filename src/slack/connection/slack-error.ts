import { WebAPIPlatformError } from '@slack/web-api';

/** Slack's own error code ("not_in_channel"), or null when the call failed in another way (network, 429, 5xx). */
export function slackErrorOf(error: unknown): string | null {
  return error instanceof WebAPIPlatformError ? String(error.data.error) : null;
}
