/** Frames of languages and frameworks, which every trace of every team has. */
const libraryFrame =
  /^(?:java|javax|jakarta|sun|com\.sun|jdk|kotlin|scala|groovy|org\.(?:apache|springframework|hibernate|eclipse|jboss|junit|gradle|postgresql)|io\.(?:netty|grpc|vertx|micrometer)|com\.(?:google|fasterxml|zaxxer|mysql)|reactor|akka)\.|node:|node_modules|internal\/|site-packages|dist-packages|\/lib\/python|<frozen|\/usr\/(?:local\/)?(?:lib|go)\/|\/go\/pkg\/mod\/|^runtime\.|^net\/http|^testing\./;

const frames: readonly { pattern: RegExp; pathGroup: number; name: (match: RegExpExecArray) => string }[] = [
  {
    // at com.acme.checkout.PaymentClient.charge(PaymentClient.java:42)
    pattern:
      /^[ \t]*at ((?:[a-z_]\w{0,60}\.){1,12}[A-Z]\w{0,80}(?:\$\w{1,60})*\.[\w<>$]{1,80})\([^)\n]{0,120}\)/gm,
    pathGroup: 1,
    name: (match) =>
      (match[1] ?? '')
        .split('.')
        .slice(-2)
        .join('.')
        .replace(/\$.*?\./, '.'),
  },
  {
    // at charge (/app/src/payment.js:4:2)
    pattern: /^[ \t]*at (?:async )?([\w$.<>]{1,100}) \(((?:file:\/\/)?[^()\n:]{1,200}):\d{1,7}:\d{1,7}\)/gm,
    pathGroup: 2,
    name: (match) => `${match[1]} ${fileOf(match[2])}`,
  },
  {
    // File "/app/checkout/payment.py", line 42, in charge
    pattern: /^[ \t]*File "([^"\n]{1,200})", line \d{1,7}, in ([\w<>]{1,80})/gm,
    pathGroup: 1,
    name: (match) => `${match[2]} ${fileOf(match[1])}`,
  },
  {
    // main.(*Server).handle(0xc000010a0)⏎	/app/server.go:42
    pattern: /^([\w./*()-]{3,120})\([^)\n]{0,200}\)\n[ \t]+(\/[^\n:]{1,200}\.go):\d{1,7}/gm,
    pathGroup: 2,
    name: (match) => `${(match[1] ?? '').split('/').at(-1)} ${fileOf(match[2])}`,
  },
];

/** The first frame of a stack trace that is the team's own code ("PaymentClient.charge"); null without one. Python's traces have it last. */
export function ownFrame(text: string): string | null {
  for (const { pattern, pathGroup, name } of frames) {
    const own = [...text.matchAll(pattern)].filter((match) => !libraryFrame.test(match[pathGroup] ?? ''));
    const frame = pattern.source.includes('File "') ? own.at(-1) : own[0];
    if (frame !== undefined) return name(frame).slice(0, 120);
  }
  return null;
}

function fileOf(path: string | undefined): string {
  return path?.split(/[\\/]/).at(-1) ?? '';
}
