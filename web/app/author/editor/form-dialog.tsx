import { Heading } from '@digdir/designsystemet-react';
import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';

interface FormDialogProps {
  title: string;
  close: () => void;
  submit: (event: SyntheticEvent<HTMLFormElement>) => void;
  children: ReactNode;
}

/** A form above the page: the browser's own dialog keeps the focus in it, and Escape closes it. */
export function FormDialog({ title, close, submit, children }: FormDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog ref={dialog} className="form-dialog" aria-labelledby={heading} onCancel={close}>
      <form noValidate onSubmit={submit}>
        <Heading id={heading} level={2} data-size="sm">
          {title}
        </Heading>
        {children}
      </form>
    </dialog>
  );
}
