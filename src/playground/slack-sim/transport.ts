export type DeliveryKind = 'events_api' | 'slash_commands' | 'interactive';

export type Delivery = {
  kind: DeliveryKind;
  payload: Record<string, unknown>;
  retryAttempt: number;
  retryReason: string;
};

export type DeliveryOutcome =
  | { acked: true; response: unknown }
  /** `noRetry`: the app asked Slack, with x-slack-no-retry, to leave it at that. */
  | { acked: false; reason: string; noRetry: boolean };

/** How envelopes reach the app: Socket Mode or signed HTTP. `deliver` never rejects. */
export type Transport = {
  deliver(
    delivery: Delivery,
    options: { waitForConnectionMs: number; dropAfterSend: boolean },
  ): Promise<DeliveryOutcome>;
};

/** Slack gives an app three seconds to acknowledge. */
export const ackTimeoutMs = 3000;
