/** What stands between line feeds: readline would also cut at U+2028, which JSON lets stand in a text. */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  // Without it a character that lies across two chunks would come out broken.
  stream.setEncoding('utf8');
  let parts: string[] = [];
  for await (const chunk of stream) {
    const [first = '', ...more] = String(chunk).split('\n');
    parts.push(first);
    for (const part of more) {
      yield parts.join('');
      parts = [part];
    }
  }
  yield parts.join('');
}
