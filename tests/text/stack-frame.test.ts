import { describe, expect, it } from 'vitest';
import { extractSignatures } from '../../src/text/signatures.ts';
import { ownFrame } from '../../src/text/stack-frame.ts';
import { cpuMs } from '../setup/cpu-ms.ts';

const java = `java.net.SocketTimeoutException: Read timed out
\tat java.base/java.net.SocketInputStream.socketRead0(Native Method)
\tat org.apache.http.impl.io.SessionInputBufferImpl.fillBuffer(SessionInputBufferImpl.java:153)
\tat com.acme.checkout.PaymentClient.charge(PaymentClient.java:42)
\tat com.acme.checkout.OrderService.pay(OrderService.java:17)`;
const node = `TypeError: Cannot read properties of undefined (reading 'id')
    at Layer.handle (/app/node_modules/express/lib/router/layer.js:95:5)
    at async processTicksAndRejections (node:internal/process/task_queues:95:5)
    at charge (/app/src/payment.js:42:7)
    at pay (/app/src/order.js:7:3)`;
const python = `Traceback (most recent call last):
  File "/app/checkout/views.py", line 12, in pay
    charge(order)
  File "/app/checkout/payment.py", line 42, in charge
    client.post(url)
  File "/usr/local/lib/python3.12/site-packages/requests/api.py", line 115, in post
    return request("post", url)`;
const go = `goroutine 17 [running]:
net/http.(*conn).serve(0xc0000b2000)
\t/usr/local/go/src/net/http/server.go:1850 +0x5
main.(*Server).charge(0xc0000a8000)
\t/app/cmd/server.go:42 +0x1d`;

describe('ownFrame', () => {
  it.each([
    ['Java', java, 'PaymentClient.charge'],
    ['JavaScript', node, 'charge payment.js'],
    ['Python', python, 'charge payment.py'],
    ['Go', go, 'main.(*Server).charge server.go'],
  ])('names the first frame of the team’s own code in a trace of %s', (_, trace, frame) => {
    expect(ownFrame(`checkout is down\n${trace}`)).toBe(frame);
  });

  it('is the same whatever line and address it was this time', () => {
    expect(ownFrame(java.replace('PaymentClient.java:42', 'PaymentClient.java:77'))).toBe(ownFrame(java));
    expect(ownFrame(go.replaceAll('0xc0000a8000', '0xc000ffff00'))).toBe(ownFrame(go));
  });

  it.each([
    'we met at noon (again)',
    'at the office (room 4:2:1)',
    '',
    'File "a", in b',
    java.split('\n').slice(0, 3).join('\n'),
  ])('is silent for %j', (text) => {
    expect(ownFrame(text)).toBeNull();
  });

  it.each([
    ['at signs', 'at a.'.repeat(8_000)],
    ['blank lines', '\n '.repeat(20_000)],
    ['brackets', '('.repeat(40_000)],
    ['names', 'main.'.repeat(8_000)],
  ])('is quick with 40,000 characters of %s', async (_, text) => {
    expect(await cpuMs(() => ownFrame(text))).toBeLessThan(1_000);
  });

  it('is a signature, behind the errors', () => {
    const signatures = extractSignatures(java);
    expect(signatures[0]).toBe('SocketTimeoutException');
    expect(signatures.at(-1)).toBe('at PaymentClient.charge');
  });
});
