import { useId } from 'react';

interface LineFieldProps {
  label: string;
  hint?: string;
  value: string;
  /** More than one: a field of so many lines. */
  rows?: number;
  change: (value: string) => void;
}

/** A field of a form that lives in the page only. */
export function LineField({ label, hint, value, rows = 1, change }: LineFieldProps) {
  const id = useId();
  const shared = { className: 'ds-input', id, value, 'aria-describedby': hint ? `${id}-hint` : undefined };
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} data-field="description">
          {hint}
        </div>
      )}
      {rows === 1 ? (
        <input {...shared} onChange={(event) => change(event.currentTarget.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={(event) => change(event.currentTarget.value)} />
      )}
    </div>
  );
}
