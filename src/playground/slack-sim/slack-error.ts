/** What a Web API method throws to answer `{ok:false,error}`; `details` become response_metadata.messages. */
export class SlackError extends Error {
  readonly code: string;
  readonly details: string[];

  constructor(code: string, details: string[] = []) {
    super(details.length > 0 ? `${code}: ${details.join('; ')}` : code);
    this.name = 'SlackError';
    this.code = code;
    this.details = details;
  }
}
