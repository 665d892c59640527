import { useState } from 'react';
import { CloseIcon } from './icons.tsx';
import { usePage } from './page-context.ts';

/** The guide: five steps, with the buttons that play monitoring and the calendar. */
export function PlayPanel({ close }: { close(): void }) {
  const { state } = usePage();
  return (
    <section className="play" aria-label="How to play">
      <ol>
        {state.guide.map((step, index) => (
          <li key={step.title}>
            <h3>
              <span className="number">{index + 1}</span> {step.title}
            </h3>
            <p>{step.text}</p>
            {index === 0 && <AlertButtons />}
            {index === state.guide.length - 1 && <DigestButton />}
          </li>
        ))}
      </ol>
      <button type="button" className="icon-button" aria-label="Hide the guide" onClick={close}>
        <CloseIcon />
      </button>
    </section>
  );
}

function AlertButtons() {
  const { state, run } = usePage();
  const [chosen, choose] = useState(state.alerts[0]?.name ?? '');
  const [busy, setBusy] = useState(false);
  const [firing, setFiring] = useState<string[]>([]);
  if (state.alerts.length === 0) return null;
  const act = async (verb: 'fireAlert' | 'resolveAlert') => {
    setBusy(true);
    const answer = await run(verb, { name: chosen });
    setBusy(false);
    if (answer.ok)
      setFiring((before) => [
        ...before.filter((name) => name !== chosen),
        ...(verb === 'fireAlert' ? [chosen] : []),
      ]);
  };
  return (
    <div className="play-buttons">
      {state.alerts.length > 1 && (
        <select aria-label="Which alert" value={chosen} onChange={(event) => choose(event.target.value)}>
          {state.alerts.map((alert) => (
            <option key={alert.name} value={alert.name}>
              {alert.label}
            </option>
          ))}
        </select>
      )}
      <button type="button" className="small primary" disabled={busy} onClick={() => void act('fireAlert')}>
        Fire an alert
      </button>
      <button
        type="button"
        className="small"
        disabled={busy || !firing.includes(chosen)}
        onClick={() => void act('resolveAlert')}
      >
        Resolve it
      </button>
    </div>
  );
}

function DigestButton() {
  const { state, place, run, go } = usePage();
  const [busy, setBusy] = useState(false);
  const open = state.channels.filter((channel) => !channel.isIm && !channel.isArchived);
  const here = place.kind === 'channel' ? open.find((channel) => channel.id === place.id) : undefined;
  const channel = here ?? open.find((one) => one.name === 'incidents') ?? open[0];
  if (channel === undefined) return null;
  return (
    <div className="play-buttons">
      <button
        type="button"
        className="small primary"
        disabled={busy}
        onClick={async () => {
          setBusy(true);
          const answer = await run('runDigest', { channel: channel.id });
          setBusy(false);
          if (answer.ok && here === undefined) go({ kind: 'channel', id: channel.id });
        }}
      >
        Run the weekly digest
      </button>
    </div>
  );
}
