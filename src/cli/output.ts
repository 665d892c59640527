/** Standard output, for results alone; what tells of progress goes to standard error. */
export type Output = {
  /** The one JSON document of `--json`. */
  json(value: unknown): void;
  line(text: string): void;
  /** A line on standard error. */
  note(text: string): void;
};

export function createOutput(streams: { out: NodeJS.WritableStream; err: NodeJS.WritableStream }): Output {
  return {
    json: (value) => {
      streams.out.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    line: (text) => {
      streams.out.write(`${text}\n`);
    },
    note: (text) => {
      streams.err.write(`${text}\n`);
    },
  };
}
