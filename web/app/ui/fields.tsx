import type { InputHTMLAttributes, ReactNode } from 'react';
import { useField } from './kept-form.js';

// Designsystemet's looks on plain HTML: its own field joins label and input by script, and these must work without.

interface FieldProps {
  /** Also the id, so that a list of problems can lead here. */
  name: string;
  label: string;
  hint?: ReactNode;
  startValue?: string | undefined;
}

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'required' | 'autoComplete' | 'maxLength' | 'min' | 'max' | 'onChange'
>;

/** One line of text. */
export function TextField({ name, label, hint, startValue, type = 'text', ...input }: FieldProps & InputProps) {
  const { typed, ...marks } = useMarks(name, hint);
  return (
    <Around name={name} label={label} hint={hint}>
      <input
        className="ds-input"
        id={name}
        name={name}
        type={type}
        defaultValue={typed ?? startValue}
        {...marks}
        {...input}
      />
    </Around>
  );
}

/** Several lines of text. */
export function TextArea({ name, label, hint, startValue, rows = 4 }: FieldProps & { rows?: number }) {
  const { typed, ...marks } = useMarks(name, hint);
  return (
    <Around name={name} label={label} hint={hint}>
      <textarea className="ds-input" id={name} name={name} rows={rows} defaultValue={typed ?? startValue} {...marks} />
    </Around>
  );
}

interface ChoiceFieldProps extends FieldProps {
  options: { value: string; label: string }[];
}

/** One of several, from a list. */
export function ChoiceField({ name, label, hint, startValue, options }: ChoiceFieldProps) {
  const { typed, ...marks } = useMarks(name, hint);
  return (
    <Around name={name} label={label} hint={hint}>
      <select className="ds-input" id={name} name={name} defaultValue={typed ?? startValue} {...marks}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

function useMarks(name: string, hint: ReactNode) {
  const { typed, problem } = useField(name);
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  return { typed, 'aria-invalid': problem ? true : undefined, 'aria-describedby': described || undefined };
}

/** Label and hint above, what is wrong below. */
function Around({ name, label, hint, children }: Omit<FieldProps, 'startValue'> & { children: ReactNode }) {
  const { problem } = useField(name);
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={name}>
        {label}
      </label>
      {hint && (
        <div id={`${name}-hint`} data-field="description">
          {hint}
        </div>
      )}
      {children}
      {problem && (
        <p id={`${name}-problem`} className="ds-validation-message">
          {problem}
        </p>
      )}
    </div>
  );
}
