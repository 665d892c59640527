import { type BlockElement, wordsOf } from './block-types.ts';
import { Dialog } from './dialog.tsx';
import { PlainText, TextObject } from './mrkdwn.tsx';

/** The "Are you sure?" that an element may ask for. */
export function ConfirmDialog(props: {
  confirm: NonNullable<BlockElement['confirm']>;
  answer(yes: boolean): void;
}) {
  const { confirm, answer } = props;
  const title = wordsOf(confirm.title) || 'Are you sure?';
  return (
    <Dialog label={title} className="confirm" close={() => answer(false)}>
      <header className="dialog-header">
        <h2>
          <PlainText text={title} />
        </h2>
      </header>
      <div className="dialog-body">
        <TextObject of={confirm.text} />
      </div>
      <footer className="dialog-footer">
        <button type="button" onClick={() => answer(false)}>
          {wordsOf(confirm.deny) || 'Cancel'}
        </button>
        <button type="button" className={confirm.style ?? 'primary'} onClick={() => answer(true)}>
          {wordsOf(confirm.confirm) || 'Yes'}
        </button>
      </footer>
    </Dialog>
  );
}
