import { Field, Label, Select, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { useField } from './kept-form.js';

interface TextFieldProps extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'required' | 'autoComplete' | 'maxLength' | 'min' | 'max'
> {
  name: string;
  label: string;
  hint?: string;
  startValue?: string;
}

/** One line of text, inside a KeptForm or outside. Its id is its name, so that a list of problems can lead to it. */
export function TextField({ name, label, hint, startValue, type, ...input }: TextFieldProps) {
  const { typed, problem } = useField(name);
  const kind = (type ?? 'text') as 'text';
  return (
    <Textfield
      id={name}
      name={name}
      label={label}
      description={hint}
      type={kind}
      error={problem}
      defaultValue={typed ?? startValue}
      {...input}
    />
  );
}

interface ChoiceFieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  startValue?: string;
  options: { value: string; label: string }[];
}

/** One of several, as a list to choose from. */
export function ChoiceField({ name, label, hint, startValue, options }: ChoiceFieldProps) {
  const { typed, problem } = useField(name);
  return (
    <Field>
      <Label htmlFor={name}>{label}</Label>
      {hint && <Field.Description>{hint}</Field.Description>}
      <Select id={name} name={name} defaultValue={typed ?? startValue}>
        {options.map((option) => (
          <Select.Option key={option.value} value={option.value}>
            {option.label}
          </Select.Option>
        ))}
      </Select>
      {problem && <ValidationMessage>{problem}</ValidationMessage>}
    </Field>
  );
}
