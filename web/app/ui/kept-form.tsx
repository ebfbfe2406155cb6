import { createContext, type ReactNode, use } from 'react';
import { Form, type FormProps, useNavigation } from 'react-router';
import { type FieldProblem, ProblemList } from './problem-list.js';

/** What an action answers when it could not do what a form asked: what is wrong, and what was typed. */
export interface NotDone {
  problems: FieldProblem[];
  typed: Record<string, string>;
}

const NotDoneContext = createContext<NotDone | null>(null);

interface KeptFormProps extends Omit<FormProps, 'method'> {
  /** The action's answer (`useActionData`), when it was a no. */
  notDone: NotDone | null | undefined;
  children: ReactNode;
}

/** A form that says what is wrong and keeps what was typed, with script and without. */
export function KeptForm({ notDone = null, children, ...form }: KeptFormProps) {
  return (
    <NotDoneContext value={notDone}>
      <Form method="post" noValidate className="kept-form" {...form}>
        {notDone && <ProblemList problems={notDone.problems} />}
        {children}
      </Form>
    </NotDoneContext>
  );
}

/** What was typed in a field and what is wrong with it. */
export function useField(name: string): { typed: string | undefined; problem: string | undefined } {
  const notDone = use(NotDoneContext);
  return { typed: notDone?.typed[name], problem: notDone?.problems.find(({ at }) => at === name)?.message };
}

/** Whether a form of this page is on its way; buttons say so and are not pressed twice. */
export function useSending(): boolean {
  return useNavigation().state === 'submitting';
}
