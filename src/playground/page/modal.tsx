import { type FormEvent, useMemo, useState } from 'react';
import type { InteractionResult, SimView } from '../slack-sim/slack-sim.ts';
import { type Block, type TextField, wordsOf } from './block-types.ts';
import { Blocks } from './blocks.tsx';
import { callVerb, wasAcknowledged } from './call-verb.ts';
import { Dialog } from './dialog.tsx';
import { formContext } from './form-context.ts';
import { CloseIcon } from './icons.tsx';
import { PlainText } from './mrkdwn.tsx';
import { usePage } from './page-context.ts';
import { missingInputs, type ViewValues, viewValues } from './view-state.ts';

/** The modal on top of this person's stack, if there is one. */
export function ModalStack() {
  const { state, me } = usePage();
  const top = state.views.findLast((view) => view.type === 'modal' && view.user === me.id);
  return top === undefined ? null : <Modal key={top.id} view={top} />;
}

function Modal({ view }: { view: SimView }) {
  const { me, run } = usePage();
  const [touched, setTouched] = useState<ViewValues>({});
  const [missing, setMissing] = useState<Record<string, string>>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const content = view.view as { title?: TextField; submit?: TextField; close?: TextField; blocks?: Block[] };
  const blocks = content.blocks ?? [];
  const values = viewValues(blocks, touched);
  const errors = missing ?? view.errors ?? {};

  // biome-ignore lint/correctness/useExhaustiveDependencies: values follow from the view and what was touched
  const form = useMemo(
    () => ({
      values,
      errors,
      set: (blockId: string, actionId: string, next: ViewValues[string][string]) =>
        setTouched((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: next } })),
    }),
    [view, touched, missing],
  );

  const close = () => void run('closeView', { viewId: view.id, user: me.id });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const empty = missingInputs(blocks, values);
    const isComplete = Object.keys(empty).length === 0;
    setProblem(undefined);
    setMissing(isComplete ? undefined : empty);
    if (!isComplete) return;
    setBusy(true);
    const answer = await callVerb('submitView', { viewId: view.id, user: me.id, state: values });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    // The simulator shows an app's errors, and Slack's own, on the view: nothing more to say here.
    const { response } = answer.result as InteractionResult;
    const isRefused = (response as { response_action?: string } | null)?.response_action === 'errors';
    if (!isRefused && !wasAcknowledged(answer)) setProblem('We had some trouble connecting. Try again?');
  };

  return (
    <Dialog label={wordsOf(content.title) || 'Dialog'} className="modal" close={close}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <header className="dialog-header">
          <h2>
            <PlainText text={wordsOf(content.title)} />
          </h2>
          <button type="button" className="icon-button" aria-label="Close" onClick={close}>
            <CloseIcon />
          </button>
        </header>
        <div className="dialog-body">
          {problem !== undefined && (
            <p className="alert alert-error" role="alert">
              {problem}
            </p>
          )}
          <formContext.Provider value={form}>
            <Blocks blocks={blocks} surface={{ kind: 'view', viewId: view.id }} />
          </formContext.Provider>
        </div>
        <footer className="dialog-footer">
          <button type="button" onClick={close}>
            <PlainText text={wordsOf(content.close) || 'Cancel'} />
          </button>
          {content.submit !== undefined && (
            <button type="submit" className="primary" disabled={busy} aria-busy={busy}>
              <PlainText text={wordsOf(content.submit)} />
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
