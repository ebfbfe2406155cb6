import { useField } from './kept-form.js';

interface CheckFieldProps {
  /** Also the id. */
  name: string;
  label: string;
}

/** One thing to say yes to. */
export function CheckField({ name, label }: CheckFieldProps) {
  const { typed, problem } = useField(name);
  return (
    <div className="check-field">
      <input
        className="ds-input"
        type="checkbox"
        id={name}
        name={name}
        defaultChecked={typed === 'on'}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-problem` : undefined}
      />
      <label className="ds-label" data-weight="regular" htmlFor={name}>
        {label}
      </label>
      {problem && (
        <p id={`${name}-problem`} className="ds-validation-message">
          {problem}
        </p>
      )}
    </div>
  );
}

interface CheckFieldsProps {
  /** What a problem with the choice as a whole is called. */
  name: string;
  legend: string;
  options: CheckFieldProps[];
}

/** Several things, any number of which are chosen. */
export function CheckFields({ name, legend, options }: CheckFieldsProps) {
  const { problem } = useField(name);
  return (
    <fieldset id={name} tabIndex={-1} className="check-fields" aria-describedby={problem && `${name}-problem`}>
      <legend className="ds-label">{legend}</legend>
      {options.map((option) => (
        <CheckField key={option.name} {...option} />
      ))}
      {problem && (
        <p id={`${name}-problem`} className="ds-validation-message">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
